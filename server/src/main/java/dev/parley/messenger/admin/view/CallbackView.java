package dev.parley.messenger.admin.view;

/// The values that the administrator enters in the Facebook app.
///
/// @param address of the account settings
/// @param callbackUrl the full URL that Meta calls
/// @param reachable whether Meta can call such a URL at all
/// @param fields Meta's names of the fields to subscribe to
/// @param deletionUrl the URL that Meta calls when a person wants their data deleted
/// @param deauthorizeUrl the URL that Meta calls when a person removes the app from their account
public record CallbackView(
        String address,
        String callbackUrl,
        String verifyToken,
        boolean reachable,
        String fields,
        String deletionUrl,
        String deauthorizeUrl) {}
