package dev.parley.messenger.doctor;

import dev.parley.messenger.account.FacebookPage;
import dev.parley.messenger.graph.TokenVerdict;

/// The result of replacing the token of a page. Nothing was changed, except by `Replaced`.
public sealed interface TokenReplacement {
    record Replaced() implements TokenReplacement {}

    /// Another user changed the page first.
    ///
    /// @param now the page as it is now
    record Conflict(FacebookPage now) implements TokenReplacement {}

    /// The page was removed in the meantime.
    record Gone() implements TokenReplacement {}

    record InvalidToken(TokenVerdict why) implements TokenReplacement {}

    /// The token to exchange is not a user token.
    record NotAUserToken() implements TokenReplacement {}

    /// The owner of the token does not manage the page.
    record NotTheirPage() implements TokenReplacement {}
}
