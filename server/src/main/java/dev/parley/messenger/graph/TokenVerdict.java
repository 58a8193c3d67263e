package dev.parley.messenger.graph;

/// Whether a token is valid for a page. Details are in Meta's own words, and never contain a key.
public sealed interface TokenVerdict {
    /// The token is valid.
    ///
    /// @param name of the page at Meta
    record Good(String name) implements TokenVerdict {}

    /// It is valid, but for another page.
    record OtherPage(String pageId, String name) implements TokenVerdict {}

    /// It is not a page token, but a user token, or that of the app itself.
    record NotAPageToken(boolean user) implements TokenVerdict {}

    /// It was issued for another app.
    ///
    /// @param app its name or its ID; empty if Meta did not return it
    record OtherApp(String app) implements TokenVerdict {}

    /// It is not valid, or not for this purpose.
    ///
    /// @param cause the stable code of the text that users see
    record Refused(String cause, String detail) implements TokenVerdict {}

    /// Meta does not accept the app's own ID and secret, so the token could not be checked.
    record AppNotAccepted(String detail) implements TokenVerdict {}

    /// Meta gave no usable answer.
    ///
    /// @param slow whether it was reached, but did not answer in time
    record Unknown(boolean slow, String detail) implements TokenVerdict {}
}
