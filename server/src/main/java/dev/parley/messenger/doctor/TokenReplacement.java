package dev.parley.messenger.doctor;

import dev.parley.messenger.account.FacebookPage;
import dev.parley.messenger.graph.TokenVerdict;

/// What came of giving a page another token. Nothing was changed but by the first.
public sealed interface TokenReplacement {
    record Replaced() implements TokenReplacement {}

    /// Somebody else changed the page first.
    ///
    /// @param now the page as it is now
    record Overtaken(FacebookPage now) implements TokenReplacement {}

    /// Somebody removed the page meanwhile.
    record Gone() implements TokenReplacement {}

    record Unfit(TokenVerdict why) implements TokenReplacement {}

    /// The token to exchange is not that of a person.
    record OfNoUser() implements TokenReplacement {}

    /// The person whose token it is does not run the page.
    record NotTheirPage() implements TokenReplacement {}
}
