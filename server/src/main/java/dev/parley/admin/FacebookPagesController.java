package dev.parley.admin;

import dev.parley.admin.view.PageForm;
import dev.parley.admin.view.Problems;
import dev.parley.identity.SignedIn;
import dev.parley.messenger.setup.FacebookPage;
import dev.parley.messenger.setup.FacebookPages;
import dev.parley.messenger.setup.MessagingAccount;
import dev.parley.messenger.setup.PageAddition;
import dev.parley.messenger.setup.Secret;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.Frame;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The Facebook pages of one account.
@Controller
@RequestMapping("/admin/messaging-accounts/{id}/pages")
class FacebookPagesController {
    private final AccountPage page;
    private final FacebookPages pages;
    private final Subscribing subscribing;

    FacebookPagesController(AccountPage page, FacebookPages pages, Subscribing subscribing) {
        this.page = page;
        this.pages = pages;
        this.subscribing = subscribing;
    }

    @PostMapping
    Answer add(
            Frame frame,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String pageName,
            @RequestParam(defaultValue = "") String pageId,
            @RequestParam(defaultValue = "") String pageToken) {
        var account = page.account(id);
        var form = new PageForm(pageName.strip(), pageId.strip());
        var token = pageToken.strip();
        var problems = problems(new Check(frame.t()), form, token);
        if (!problems.none()) {
            return again(frame, account, form, problems);
        }
        var added =
                pages.add(account.id(), form.pageId(), form.name(), new Secret(token), me.userId());
        return switch (added) {
            case PageAddition.Added(var facebookPage) -> subscribe(frame, account, facebookPage);
            case PageAddition.UsedBy(var holder) ->
                    again(frame, account, form, used(frame, account, holder));
        };
    }

    /// The page stays whatever Meta answers: it can be subscribed again.
    private Answer subscribe(Frame frame, MessagingAccount account, FacebookPage added) {
        var problems = subscribing.subscribe(frame, added);
        return problems.none()
                ? Answer.sendOn(page.address(account) + "?pageAdded#pages")
                : Answer.showAgain(
                        page.show(
                                frame,
                                account,
                                PageForm.EMPTY,
                                problems,
                                frame.text("admin.page.addedOnly")));
    }

    private static Problems problems(Check check, PageForm form, String token) {
        return check.filled("pageName", "admin.page.name", form.name(), Check.NAME)
                .and(check.digits("pageId", "admin.page.id", form.pageId()))
                .and(check.copied("pageToken", "admin.page.token", token, Check.TOKEN));
    }

    private static Problems used(Frame frame, MessagingAccount account, MessagingAccount holder) {
        var here = holder.id().equals(account.id());
        return Problems.with(
                "pageId",
                frame.text(here ? "admin.page.usedHere" : "admin.page.usedBy", holder.name()));
    }

    private Answer again(Frame frame, MessagingAccount account, PageForm form, Problems problems) {
        return Answer.showAgain(page.show(frame, account, form, problems, ""));
    }
}
