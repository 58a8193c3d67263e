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

/// Gives pages other tokens, once Meta has said that they will do.
@Component
public class TokenReplacing {
    private final TokenVerifier tokenVerifier;
    private final FacebookPages pages;

    TokenReplacing(TokenVerifier tokenVerifier, FacebookPages pages) {
        this.tokenVerifier = tokenVerifier;
        this.pages = pages;
    }

    /// Replaces the token by this one, if it holds, is this page's, and was made for this app.
    public TokenReplacement replace(
            MessagingAccount account, FacebookPage page, Secret token, UserId by) {
        var verdict = tokenVerifier.page(AppKeys.of(account), page.pageId(), token);
        return verdict instanceof TokenVerdict.Good
                ? replaced(page, token, by)
                : new TokenReplacement.Unfit(verdict);
    }

    /// Makes the page's token that does not end from the token of somebody who runs the page, and
    /// replaces the present one by it. The token that was typed in is not kept.
    public TokenReplacement exchange(
            MessagingAccount account, FacebookPage page, Secret userToken, UserId by) {
        return switch (tokenVerifier.pageOf(AppKeys.of(account), userToken, page.pageId())) {
            case FoundPages.Found(List<PageDraft> found) when found.isEmpty() ->
                    new TokenReplacement.NotTheirPage();
            case FoundPages.Found(var found) -> replaced(page, found.getFirst().token(), by);
            case FoundPages.OfNoUser() -> new TokenReplacement.OfNoUser();
            case FoundPages.Failed(var why) -> new TokenReplacement.Unfit(why);
        };
    }

    private TokenReplacement replaced(FacebookPage page, Secret token, UserId by) {
        return switch (pages.replaceToken(page, token, by)) {
            case PageChange.Done() -> new TokenReplacement.Replaced();
            case PageChange.Overtaken(var now) -> new TokenReplacement.Overtaken(now);
            case PageChange.Gone() -> new TokenReplacement.Gone();
        };
    }
}
