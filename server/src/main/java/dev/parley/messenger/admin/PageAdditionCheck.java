package dev.parley.messenger.admin;

import dev.parley.admin.kit.FormCheck;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.account.PageDraft;
import dev.parley.messenger.account.PageEntry;
import dev.parley.messenger.account.Secret;
import dev.parley.messenger.admin.view.PaneView.Pick;
import dev.parley.messenger.graph.AppKeys;
import dev.parley.messenger.graph.FoundPages;
import dev.parley.messenger.graph.TokenVerdict;
import dev.parley.messenger.graph.TokenVerifier;
import dev.parley.platform.language.Texts;
import dev.parley.platform.web.Problems;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Checks a page that a user wants to add: the input, whether an account already has the page, and
/// Meta's verdict on the token. Saves nothing.
@Component
class PageAdditionCheck {
    private final FacebookPages pages;
    private final TokenVerifier tokenVerifier;

    PageAdditionCheck(FacebookPages pages, TokenVerifier tokenVerifier) {
        this.pages = pages;
        this.tokenVerifier = tokenVerifier;
    }

    /// How far to trust the input.
    enum How {
        CHECKED,
        /// Add it even if Meta cannot be asked.
        UNCHECKED,
        /// Use the page that the token belongs to instead of the one that was typed.
        CORRECTED
    }

    /// @param here the pages that are already in the list
    CheckResult check(Texts t, AppKeys app, PageEntry entry, Set<String> here, How how) {
        var token = entry.token().map(Secret::reveal).orElse("");
        var problems = typed(new FormCheck(t), entry, token);
        if (how != How.CORRECTED && problems.isEmpty()) {
            problems = free(t, entry.pageId(), here);
        }
        if (!problems.isEmpty() && (how != How.CORRECTED || !problems.of("pageToken").isEmpty())) {
            return new CheckResult.Wrong(problems, false, "");
        }
        var draft = new PageDraft(entry.pageId(), entry.name(), new Secret(token), true);
        return judged(t, draft, tokenVerifier.page(app, entry.pageId(), draft.token()), here, how);
    }

    private CheckResult judged(
            Texts t, PageDraft draft, TokenVerdict verdict, Set<String> here, How how) {
        var words = new TokenTexts(t).problems("pageToken", verdict);
        return switch (verdict) {
            case TokenVerdict.Good _ when how == How.CORRECTED -> asTyped(t, draft, here);
            case TokenVerdict.Good _ -> new CheckResult.Fit(draft);
            case TokenVerdict.OtherPage(var id, var name) when how == How.CORRECTED ->
                    corrected(t, new PageDraft(id, name, draft.token(), true), here);
            case TokenVerdict.OtherPage(_, var name) -> new CheckResult.Wrong(words, false, name);
            case TokenVerdict.Unknown _ when how == How.UNCHECKED ->
                    new CheckResult.Fit(
                            new PageDraft(draft.pageId(), draft.name(), draft.token(), false));
            case TokenVerdict.Unknown _ -> new CheckResult.Wrong(words, true, "");
            case TokenVerdict.NotAPageToken _,
                    TokenVerdict.OtherApp _,
                    TokenVerdict.Refused _,
                    TokenVerdict.AppNotAccepted _ ->
                    new CheckResult.Wrong(words, false, "");
        };
    }

    /// There was nothing to correct, so the input is used as typed.
    private CheckResult asTyped(Texts t, PageDraft page, Set<String> here) {
        var problems =
                new FormCheck(t)
                        .filled("pageName", "facebook.page.name", page.name(), FormCheck.NAME)
                        .merge(free(t, page.pageId(), here));
        return problems.isEmpty()
                ? new CheckResult.Fit(page)
                : new CheckResult.Wrong(problems, false, "");
    }

    private CheckResult corrected(Texts t, PageDraft page, Set<String> here) {
        var problems = free(t, page.pageId(), here);
        return problems.isEmpty()
                ? new CheckResult.Fit(page)
                : new CheckResult.Wrong(problems, false, "");
    }

    /// Asks Meta which pages this user token gives access to.
    SearchResult search(Texts t, AppKeys app, String typed) {
        var problems =
                new FormCheck(t).copied("userToken", "facebook.pick.token", typed, FormCheck.TOKEN);
        if (!problems.isEmpty()) {
            return new SearchResult.Wrong(problems);
        }
        return switch (tokenVerifier.pages(app, new Secret(typed))) {
            case FoundPages.Found(var found) when found.isEmpty() ->
                    new SearchResult.Wrong(
                            Problems.with("userToken", t.text("facebook.pick.none")));
            case FoundPages.Found(var found) -> new SearchResult.There(found);
            case FoundPages.NotAUserToken() ->
                    new SearchResult.Wrong(
                            Problems.with("userToken", t.text("facebook.pick.ofNoUser")));
            case FoundPages.Failed(var why) ->
                    new SearchResult.Wrong(new TokenTexts(t).ofSearch("userToken", why));
        };
    }

    /// {@return the found pages to choose from, with the reason why some cannot be chosen}
    List<Pick> picks(Texts t, List<PageDraft> found, Set<String> here) {
        var holders = pages.accountNames(found.stream().map(PageDraft::pageId).toList());
        return found.stream()
                .map(page -> {
                    var holder = holders.get(page.pageId());
                    var taken = holder == null ? "" : t.text("facebook.pick.takenBy", holder);
                    return new Pick(
                            page.pageId(),
                            page.name(),
                            here.contains(page.pageId()) ? t.text("facebook.pick.here") : taken);
                })
                .toList();
    }

    private static Problems typed(FormCheck check, PageEntry entry, String token) {
        return check.filled("pageName", "facebook.page.name", entry.name(), FormCheck.NAME)
                .merge(check.digits("pageId", "facebook.page.id", entry.pageId()))
                .merge(check.copied("pageToken", "facebook.page.token", token, FormCheck.TOKEN));
    }

    private Problems free(Texts t, String pageId, Set<String> here) {
        if (here.contains(pageId)) {
            return Problems.with("pageId", t.text("facebook.page.usedHere"));
        }
        var holder = pages.accountNames(List.of(pageId)).get(pageId);
        return holder == null
                ? Problems.NONE
                : Problems.with("pageId", t.text("facebook.page.usedBy", holder));
    }

    /// The result of checking one page.
    sealed interface CheckResult {
        record Fit(PageDraft page) implements CheckResult {}

        /// It cannot be added like this.
        ///
        /// @param unchecked whether it may be added anyway
        /// @param correction the name of the page that the token belongs to; empty for none
        record Wrong(Problems problems, boolean unchecked, String correction)
                implements CheckResult {}
    }

    /// The result of searching for pages.
    sealed interface SearchResult {
        record There(List<PageDraft> pages) implements SearchResult {
            public There {
                pages = List.copyOf(pages);
            }
        }

        record Wrong(Problems problems) implements SearchResult {}
    }
}
