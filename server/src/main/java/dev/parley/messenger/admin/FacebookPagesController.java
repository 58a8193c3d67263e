package dev.parley.messenger.admin;

import dev.parley.admin.kit.FormCheck;
import dev.parley.admin.kit.Problems;
import dev.parley.identity.SignedIn;
import dev.parley.messenger.admin.PageAdditionCheck.How;
import dev.parley.messenger.admin.PageAdditionCheck.Looked;
import dev.parley.messenger.admin.PageAdditionCheck.Sought;
import dev.parley.messenger.admin.view.AccountPagesView.Rename;
import dev.parley.messenger.admin.view.PaneView;
import dev.parley.messenger.graph.AppKeys;
import dev.parley.messenger.setup.AccountDraft;
import dev.parley.messenger.setup.AccountOpening;
import dev.parley.messenger.setup.AccountOpening.Opening;
import dev.parley.messenger.setup.FacebookPages;
import dev.parley.messenger.setup.MessagingAccount;
import dev.parley.messenger.setup.PageDraft;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.PageFrame;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The Facebook pages of one account: more of them, and other names.
@Controller
@RequestMapping("/admin/messaging-accounts/{id}/pages")
class FacebookPagesController {
    private final AccountPage page;
    private final AccountPane pane;
    private final PageAdditionCheck adding;
    private final AccountOpening opening;
    private final FacebookPages pages;
    private final PageSubscribing pageSubscribing;

    FacebookPagesController(
            AccountPage page,
            AccountPane pane,
            PageAdditionCheck adding,
            AccountOpening opening,
            FacebookPages pages,
            PageSubscribing pageSubscribing) {
        this.page = page;
        this.pane = pane;
        this.adding = adding;
        this.opening = opening;
        this.pages = pages;
        this.pageSubscribing = pageSubscribing;
    }

    @PostMapping
    Answer add(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String pageName,
            @RequestParam(defaultValue = "") String pageId,
            @RequestParam(defaultValue = "") String pageToken,
            @RequestParam(defaultValue = "CHECKED") How how) {
        var account = page.account(id);
        var before = pane.draft(account, me);
        var entry = before.entry().typed(pageName.strip(), pageId.strip(), pageToken.strip());
        var draft = before.entering(entry);
        pane.keep(account, draft);
        return switch (adding.look(frame.t(), AppKeys.of(account), entry, Set.of(), how)) {
            case Looked.Fit(var fit) -> save(frame, account, draft, List.of(fit), "add");
            case Looked.Wrong(var problems, var unchecked, var correction) ->
                    again(
                            frame,
                            account,
                            pane.open(frame, account, draft, "add")
                                    .with(problems, unchecked, correction));
        };
    }

    @PostMapping("/search")
    Answer seek(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String userToken) {
        var account = page.account(id);
        var draft = pane.draft(account, me);
        return switch (adding.seek(frame.t(), AppKeys.of(account), userToken.strip())) {
            case Sought.There(var found) -> {
                pane.keep(account, draft.entering(draft.entry().offering(found)));
                yield Answer.sendOn(page.address(account) + "?pick");
            }
            case Sought.Wrong(var problems) ->
                    again(
                            frame,
                            account,
                            pane.open(frame, account, draft, "pick").with(problems, false, ""));
        };
    }

    @PostMapping("/picks")
    Answer pick(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<String> picked) {
        var account = page.account(id);
        var draft = pane.draft(account, me);
        var chosen =
                draft.entry().found().stream()
                        .filter(one -> picked.contains(one.pageId()))
                        .toList();
        if (chosen.isEmpty()) {
            var problems = Problems.with("picked", frame.text("facebook.pick.needed"));
            return again(
                    frame,
                    account,
                    pane.open(frame, account, draft, "pick").with(problems, false, ""));
        }
        return save(frame, account, draft, chosen, "pick");
    }

    @PostMapping("/{pageId}/name")
    Answer rename(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID pageId,
            @RequestParam(defaultValue = "") String pageName,
            @RequestParam int revision) {
        var account = page.account(id);
        var found = page.facebookPage(account, pageId);
        var name = pageName.strip();
        var problems =
                new FormCheck(frame.t())
                        .filled("pageName", "facebook.page.name", name, FormCheck.NAME);
        if (problems.none() && found.revision() != revision) {
            problems = Problems.with("pageName", frame.text("admin.moved"));
        }
        if (problems.none()) {
            try {
                pages.rename(found, name, me.userId());
                return Answer.sendOn(page.address(account) + "?saved");
            } catch (OptimisticLockingFailureException _) {
                problems = Problems.with("pageName", frame.text("admin.moved"));
            }
        }
        var now = page.facebookPage(account, pageId);
        return show(
                frame,
                account,
                PaneView.of("", "", "", pane.draft(account, me).entry(), List.of()),
                new Rename(pageId.toString(), now.revision(), pageName, problems));
    }

    /// The pages stay whatever Meta answers: they can be subscribed again.
    private Answer save(
            PageFrame frame,
            MessagingAccount account,
            AccountDraft draft,
            List<PageDraft> chosen,
            String way) {
        return switch (opening.add(account, chosen, draft)) {
            case Opening.Opened _ -> {
                var subscribed = pageSubscribing.subscribeAll(account, chosen);
                yield Answer.sendOn(
                        page.address(account) + (subscribed ? "?pageAdded" : "?addedOnly"));
            }
            case Opening.PagesUsed(var used) -> {
                var words =
                        used.stream()
                                .map(one -> used(frame, account, one))
                                .collect(Collectors.joining(" "));
                var field = way.equals("add") ? "pageId" : "picked";
                yield again(
                        frame,
                        account,
                        pane.open(frame, account, draft, way)
                                .with(Problems.with(field, words), false, ""));
            }
        };
    }

    private static String used(PageFrame frame, MessagingAccount account, Opening.Used one) {
        return one.holder().id().equals(account.id())
                ? frame.text("facebook.page.usedHere")
                : frame.text("facebook.page.usedBy", one.holder().name());
    }

    private Answer again(PageFrame frame, MessagingAccount account, PaneView open) {
        return show(frame, account, open, null);
    }

    private Answer show(
            PageFrame frame, MessagingAccount account, PaneView open, @Nullable Rename rename) {
        return Answer.showAgain(page.pages(frame, account, Map.of(), open, rename, ""));
    }
}
