package dev.parley.messenger.graph;

/// Whether a token will do for a page. Details are in Meta's own words, never with a key in them.
public sealed interface TokenVerdict {
    /// It is.
    ///
    /// @param name of the page, as Meta knows it
    record Good(String name) implements TokenVerdict {}

    /// It holds, but for another page.
    record OfOtherPage(String pageId, String name) implements TokenVerdict {}

    /// It is not a page's, but that of somebody who runs pages, or of the app itself.
    record OfNoPage(boolean user) implements TokenVerdict {}

    /// It was made for another app.
    ///
    /// @param app its name or its ID; empty where Meta did not say
    record OfOtherApp(String app) implements TokenVerdict {}

    /// It does not hold, or not for this.
    ///
    /// @param cause the stable code under which people read about it
    record Refused(String cause, String detail) implements TokenVerdict {}

    /// Meta does not accept the app's own ID and secret, so nothing could be asked.
    record AppNotAccepted(String detail) implements TokenVerdict {}

    /// Meta did not say.
    ///
    /// @param slow whether it was reached, but did not answer in time
    record CannotTell(boolean slow, String detail) implements TokenVerdict {}
}
