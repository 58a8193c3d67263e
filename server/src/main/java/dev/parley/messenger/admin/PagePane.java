package dev.parley.messenger.admin;

import dev.parley.messenger.account.AccountDraft;
import dev.parley.messenger.account.PageDraft;
import dev.parley.messenger.admin.PageAdditionCheck.CheckResult;
import dev.parley.messenger.admin.PageAdditionCheck.How;
import dev.parley.messenger.admin.PageAdditionCheck.SearchResult;
import dev.parley.messenger.admin.view.PaneView;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The pane *Add Facebook page*: one page is typed, or several are picked from those that a user
/// token gives access to. It is the same for an account and for the draft of one.
@Component
class PagePane {
    private static final String ADD = "add";
    private static final String PICK = "pick";

    private final PageAdditionCheck check;

    PagePane(PageAdditionCheck check) {
        this.check = check;
    }

    /// {@return the pane that the URL requests: `?add`, `?pick`, or closed}
    PaneView asked(PageFrame frame, PageTarget target, Map<String, String> asked) {
        var way = asked.containsKey(ADD) ? ADD : asked.containsKey(PICK) ? PICK : "";
        return open(frame, target, target.draft(), way);
    }

    PaneView open(PageFrame frame, PageTarget target, AccountDraft draft, String way) {
        var picks = way.equals(PICK) ? picks(frame, target, draft) : List.<PaneView.Pick>of();
        return PaneView.of(target.forms(), target.list(), way, draft.entry(), picks);
    }

    Answer add(PageFrame frame, PageTarget target, FormInput typed) {
        var before = target.draft();
        var entry =
                before.entry()
                        .typed(
                                typed.text("pageName"),
                                typed.text("pageId"),
                                typed.text("pageToken"));
        var draft = before.entering(entry);
        target.keep(draft);
        var how = typed.one("how", How.class).orElse(How.CHECKED);
        return switch (check.check(frame.t(), target.app(), entry, target.here(), how)) {
            case CheckResult.Fit(var fit) -> target.add(draft, List.of(fit), ADD);
            case CheckResult.Wrong(var problems, var unchecked, var correction) ->
                    target.showAgain(
                            open(frame, target, draft, ADD).with(problems, unchecked, correction));
        };
    }

    /// Finds the pages that a user token gives access to.
    Answer search(PageFrame frame, PageTarget target, FormInput typed) {
        var draft = target.draft();
        return switch (check.search(frame.t(), target.app(), typed.text("userToken"))) {
            case SearchResult.There(var found) -> {
                target.keep(draft.entering(draft.entry().withFound(found)));
                yield Answer.redirect(target.list() + "?" + PICK);
            }
            case SearchResult.Wrong(var problems) -> again(frame, target, draft, problems);
        };
    }

    Answer pick(PageFrame frame, PageTarget target, FormInput typed) {
        var draft = target.draft();
        var picked = typed.all("picked");
        var free =
                picks(frame, target, draft).stream()
                        .filter(pick -> pick.unavailable().isEmpty())
                        .map(PaneView.Pick::pageId)
                        .filter(picked::contains)
                        .toList();
        return free.isEmpty()
                ? again(
                        frame,
                        target,
                        draft,
                        Problems.with("picked", frame.text("facebook.pick.needed")))
                : target.add(draft, found(draft, free), PICK);
    }

    private static List<PageDraft> found(AccountDraft draft, List<String> pageIds) {
        return draft.entry().found().stream()
                .filter(page -> pageIds.contains(page.pageId()))
                .toList();
    }

    private List<PaneView.Pick> picks(PageFrame frame, PageTarget target, AccountDraft draft) {
        return check.picks(frame.t(), draft.entry().found(), target.here());
    }

    private Answer again(
            PageFrame frame, PageTarget target, AccountDraft draft, Problems problems) {
        return target.showAgain(open(frame, target, draft, PICK).with(problems, false, ""));
    }
}
