package dev.parley.admin;

import dev.parley.admin.view.PaneView;
import dev.parley.admin.view.Problems;
import dev.parley.identity.SignedIn;
import dev.parley.messenger.setup.FacebookPages;
import dev.parley.messenger.setup.MessagingAccount;
import dev.parley.messenger.setup.PageEntry;
import dev.parley.messenger.setup.Secret;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.Frame;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One Facebook page: its subscription, its token, its end.
@Controller
@RequestMapping("/admin/messaging-accounts/{id}/pages/{pageId}")
class FacebookPageController {
    private final AccountPage page;
    private final FacebookPages pages;
    private final Subscribing subscribing;

    FacebookPageController(AccountPage page, FacebookPages pages, Subscribing subscribing) {
        this.page = page;
        this.pages = pages;
        this.subscribing = subscribing;
    }

    @GetMapping
    Answer show(@PathVariable UUID id, @PathVariable UUID pageId) {
        var account = page.account(id);
        return Answer.sendOn(
                page.address(account) + "?rename=" + page.facebookPage(account, pageId).id());
    }

    @PostMapping("/subscription")
    Answer subscribe(Frame frame, @PathVariable UUID id, @PathVariable UUID pageId) {
        var account = page.account(id);
        var problems = subscribing.subscribe(frame, page.facebookPage(account, pageId));
        return problems.none() ? done(account, "subscribed") : again(frame, account, problems);
    }

    @PostMapping("/token")
    Answer replaceToken(
            Frame frame,
            SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID pageId,
            @RequestParam(defaultValue = "") String token) {
        var account = page.account(id);
        var facebookPage = page.facebookPage(account, pageId);
        var field = "token-" + pageId;
        var problems =
                new Check(frame.t()).copied(field, "admin.page.token", token.strip(), Check.TOKEN);
        if (!problems.none()) {
            return again(frame, account, problems);
        }
        pages.replaceToken(facebookPage, new Secret(token.strip()), me.userId());
        return done(account, "saved");
    }

    @PostMapping("/removal")
    Answer remove(SignedIn me, @PathVariable UUID id, @PathVariable UUID pageId) {
        var account = page.account(id);
        pages.remove(page.facebookPage(account, pageId), me.userId());
        return done(account, "saved");
    }

    private Answer done(MessagingAccount account, String what) {
        return Answer.sendOn(page.address(account) + "?" + what + "#pages");
    }

    private Answer again(Frame frame, MessagingAccount account, Problems problems) {
        var words = String.join(" ", problems.byField().values());
        var shut = PaneView.of("", "", "", PageEntry.EMPTY, List.of());
        return Answer.showAgain(page.pages(frame, account, Map.of(), shut, null, words));
    }
}
