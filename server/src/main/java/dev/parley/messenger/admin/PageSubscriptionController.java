package dev.parley.messenger.admin;

import dev.parley.identity.SignedIn;
import dev.parley.messenger.doctor.PageSwitch;
import dev.parley.messenger.doctor.Resubscription;
import dev.parley.messenger.graph.Subscription;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.PageFrame;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Whether Meta sends the events of a Facebook page: subscribing, stopping and starting.
@Controller
@RequestMapping("/admin/messaging-accounts/{id}/pages/{pageId}")
class PageSubscriptionController {
    private final AccountScreen accounts;
    private final PageScreen screen;
    private final PageSubscriptions pageSubscriptions;
    private final Resubscription resubscription;
    private final PageSwitch pageSwitch;

    PageSubscriptionController(
            AccountScreen accounts,
            PageScreen screen,
            PageSubscriptions pageSubscriptions,
            Resubscription resubscription,
            PageSwitch pageSwitch) {
        this.accounts = accounts;
        this.screen = screen;
        this.pageSubscriptions = pageSubscriptions;
        this.resubscription = resubscription;
        this.pageSwitch = pageSwitch;
    }

    @PostMapping("/subscription")
    Answer subscribe(
            PageFrame frame, SignedIn me, @PathVariable UUID id, @PathVariable UUID pageId) {
        var account = accounts.account(id);
        var page = accounts.facebookPage(account, pageId);
        var problems =
                pageSubscriptions.words(
                        frame, resubscription.subscribe(account, page, me.userId()));
        return problems.isEmpty()
                ? PageScreen.done(page, "subscribed")
                : screen.again(frame, account, page, problems);
    }

    @PostMapping("/stop")
    Answer stop(SignedIn me, @PathVariable UUID id, @PathVariable UUID pageId) {
        var page = accounts.facebookPage(accounts.account(id), pageId);
        return switch (pageSwitch.stop(page, me.userId())) {
            case Subscription.Subscribed() -> PageScreen.done(page, "stopped");
            case Subscription.Refused _ -> PageScreen.done(page, "stoppedOnly");
        };
    }

    @PostMapping("/start")
    Answer start(PageFrame frame, SignedIn me, @PathVariable UUID id, @PathVariable UUID pageId) {
        var account = accounts.account(id);
        var page = accounts.facebookPage(account, pageId);
        var problems = pageSubscriptions.words(frame, pageSwitch.start(account, page, me.userId()));
        return problems.isEmpty()
                ? PageScreen.done(page, "started")
                : screen.again(frame, account, page, problems);
    }
}
