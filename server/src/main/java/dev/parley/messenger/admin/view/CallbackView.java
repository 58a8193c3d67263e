package dev.parley.messenger.admin.view;

/// What the Facebook app must be told.
///
/// @param address of the account settings
/// @param callbackUrl whole, as Meta must call it
/// @param reachable whether Meta can call such an address at all
/// @param fields to be subscribed to, by Meta's names
/// @param deletionUrl where Meta tells who wants to be forgotten
/// @param deauthorizeUrl where Meta tells who took the app off their account
public record CallbackView(
        String address,
        String callbackUrl,
        String verifyToken,
        boolean reachable,
        String fields,
        String deletionUrl,
        String deauthorizeUrl) {}
