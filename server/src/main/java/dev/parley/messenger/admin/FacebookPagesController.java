package dev.parley.messenger.admin;

import dev.parley.admin.kit.EditConflict;
import dev.parley.admin.kit.FormCheck;
import dev.parley.identity.SignedIn;
import dev.parley.messenger.account.FacebookPage;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.account.MessagingAccount;
import dev.parley.messenger.account.PageChange;
import dev.parley.messenger.admin.view.AccountPagesView.Rename;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/// The Facebook pages of one account: adding and renaming them.
@Controller
@RequestMapping("/admin/messaging-accounts/{id}/pages")
class FacebookPagesController {
    private final AccountScreen page;
    private final AccountTargets targets;
    private final PagePane pane;
    private final FacebookPages pages;
    private final EditConflict editConflict;

    FacebookPagesController(
            AccountScreen page,
            AccountTargets targets,
            PagePane pane,
            FacebookPages pages,
            EditConflict editConflict) {
        this.page = page;
        this.targets = targets;
        this.pane = pane;
        this.pages = pages;
        this.editConflict = editConflict;
    }

    @PostMapping
    Answer add(PageFrame frame, SignedIn me, @PathVariable UUID id, FormInput typed) {
        return pane.add(frame, targets.of(frame, page.account(id), me), typed);
    }

    @GetMapping
    Answer addForm(@PathVariable UUID id) {
        return Answer.redirect(AccountScreen.address(page.account(id)) + "?add");
    }

    @GetMapping({"/search", "/picks"})
    Answer pickForm(@PathVariable UUID id) {
        return Answer.redirect(AccountScreen.address(page.account(id)) + "?pick");
    }

    @GetMapping("/{pageId}/name")
    Answer renameForm(@PathVariable UUID id, @PathVariable UUID pageId) {
        return Answer.redirect(AccountScreen.address(page.account(id)) + "?rename=" + pageId);
    }

    @PostMapping("/search")
    Answer seek(PageFrame frame, SignedIn me, @PathVariable UUID id, FormInput typed) {
        return pane.search(frame, targets.of(frame, page.account(id), me), typed);
    }

    @PostMapping("/picks")
    Answer pick(PageFrame frame, SignedIn me, @PathVariable UUID id, FormInput typed) {
        return pane.pick(frame, targets.of(frame, page.account(id), me), typed);
    }

    @PostMapping("/{pageId}/name")
    Answer rename(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID pageId,
            FormInput typed) {
        var account = page.account(id);
        var found = page.facebookPage(account, pageId);
        var name = typed.text("pageName");
        var problems =
                new FormCheck(frame.t())
                        .filled("pageName", "facebook.page.name", name, FormCheck.NAME);
        if (!problems.isEmpty()) {
            return again(frame, me, account, Rename.of(found, name, problems));
        }
        var read = found.at(typed.number("revision"));
        return switch (pages.rename(read, name, me.userId())) {
            case PageChange.Done() -> Answer.redirect(AccountScreen.address(account) + "?saved");
            case PageChange.Conflict(var now) ->
                    again(frame, me, account, Rename.of(now, name, conflict(frame, now)));
            case PageChange.Gone() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private Problems conflict(PageFrame frame, FacebookPage now) {
        return editConflict.problem(frame, now.changedBy(), now.changedAt());
    }

    private Answer again(PageFrame frame, SignedIn me, MessagingAccount account, Rename rename) {
        var target = targets.of(frame, account, me);
        return Answer.invalid(
                page.pages(
                        frame,
                        account,
                        Map.of(),
                        pane.open(frame, target, target.draft(), ""),
                        rename,
                        ""));
    }
}
