package dev.parley.admin;

import dev.parley.admin.view.PageForm;
import dev.parley.admin.view.Problems;
import dev.parley.channel.ChannelKind;
import dev.parley.identity.SignedIn;
import dev.parley.messenger.setup.FacebookPages;
import dev.parley.messenger.setup.MessagingAccount;
import dev.parley.messenger.setup.Secret;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.Frame;
import dev.parley.workstream.Switches;
import dev.parley.workstream.Workstreams;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One Facebook page: its switches, its subscription, its token, its end.
@Controller
@RequestMapping("/admin/messaging-accounts/{id}/pages/{pageId}")
class FacebookPageController {
    private final AccountPage page;
    private final FacebookPages pages;
    private final Workstreams workstreams;
    private final Subscribing subscribing;

    FacebookPageController(
            AccountPage page,
            FacebookPages pages,
            Workstreams workstreams,
            Subscribing subscribing) {
        this.page = page;
        this.pages = pages;
        this.workstreams = workstreams;
        this.subscribing = subscribing;
    }

    @PostMapping("/switches")
    Answer setUp(
            SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID pageId,
            @RequestParam(defaultValue = "false") boolean messageTag,
            @RequestParam(defaultValue = "false") boolean customerFiles,
            @RequestParam(defaultValue = "false") boolean agentFiles) {
        var account = page.account(id);
        workstreams.setUp(
                ChannelKind.FACEBOOK,
                page.facebookPage(account, pageId).pageId(),
                new Switches(messageTag, customerFiles, agentFiles),
                me.userId());
        return done(account, "setUp");
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
        return Answer.showAgain(page.show(frame, account, PageForm.EMPTY, problems, ""));
    }
}
