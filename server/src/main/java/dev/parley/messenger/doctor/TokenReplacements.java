package dev.parley.messenger.doctor;

import dev.parley.identity.UserId;
import dev.parley.messenger.account.FacebookPage;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.account.MessagingAccount;
import dev.parley.messenger.account.PageChange;
import dev.parley.messenger.account.PageDraft;
import dev.parley.messenger.account.Secret;
import dev.parley.messenger.graph.AppKeys;
import dev.parley.messenger.graph.FoundPages;
import dev.parley.messenger.graph.TokenVerdict;
import dev.parley.messenger.graph.TokenVerifier;
import java.util.List;
import org.springframework.stereotype.Component;

/// Replaces the tokens of pages, after Meta has confirmed that the new ones are valid.
@Component
public class TokenReplacements {
    private final TokenVerifier tokenVerifier;
    private final FacebookPages pages;

    TokenReplacements(TokenVerifier tokenVerifier, FacebookPages pages) {
        this.tokenVerifier = tokenVerifier;
        this.pages = pages;
    }

    /// Replaces the token with this one, if it is valid, belongs to this page, and was issued for
    /// this app.
    public TokenReplacement replace(
            MessagingAccount account, FacebookPage page, Secret token, UserId by) {
        var verdict = tokenVerifier.page(AppKeys.of(account), page.pageId(), token);
        return verdict instanceof TokenVerdict.Good
                ? replaced(page, token, by)
                : new TokenReplacement.InvalidToken(verdict);
    }

    /// Exchanges the token of a user who manages the page for a page token that does not expire,
    /// and replaces the current one with it. The token that was entered is not stored.
    public TokenReplacement exchange(
            MessagingAccount account, FacebookPage page, Secret userToken, UserId by) {
        return switch (tokenVerifier.pageOf(AppKeys.of(account), userToken, page.pageId())) {
            case FoundPages.Found(List<PageDraft> found) when found.isEmpty() ->
                    new TokenReplacement.NotTheirPage();
            case FoundPages.Found(var found) -> replaced(page, found.getFirst().token(), by);
            case FoundPages.NotAUserToken() -> new TokenReplacement.NotAUserToken();
            case FoundPages.Failed(var why) -> new TokenReplacement.InvalidToken(why);
        };
    }

    private TokenReplacement replaced(FacebookPage page, Secret token, UserId by) {
        return switch (pages.replaceToken(page, token, by)) {
            case PageChange.Done() -> new TokenReplacement.Replaced();
            case PageChange.Conflict(var now) -> new TokenReplacement.Conflict(now);
            case PageChange.Gone() -> new TokenReplacement.Gone();
        };
    }
}
