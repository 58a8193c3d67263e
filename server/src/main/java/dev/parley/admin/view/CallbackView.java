package dev.parley.admin.view;

/// What the Facebook app must be told.
///
/// @param address of the account settings
/// @param callbackUrl whole, as Meta must call it
/// @param reachable whether Meta can call such an address at all
/// @param fields to be subscribed to, by Meta's names
public record CallbackView(
        String address, String callbackUrl, String verifyToken, boolean reachable, String fields) {}
