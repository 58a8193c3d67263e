package dev.parley.messenger.admin;

import dev.parley.identity.SignedIn;
import dev.parley.messenger.doctor.TestMessages;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.PageFrame;
import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// A test message to a Facebook page.
@Controller
@RequestMapping("/admin/messaging-accounts/{id}/pages/{pageId}")
class PageTestMessageController {
    private final AccountScreen accounts;
    private final PageScreen screen;
    private final TestMessages testMessages;

    PageTestMessageController(
            AccountScreen accounts, PageScreen screen, TestMessages testMessages) {
        this.accounts = accounts;
        this.screen = screen;
        this.testMessages = testMessages;
    }

    @GetMapping("/test-message")
    JteModel testMessage(PageFrame frame, @PathVariable UUID id, @PathVariable UUID pageId) {
        return screen.testMessage(frame, accounts.facebookPage(accounts.account(id), pageId));
    }

    @PostMapping("/test-message")
    Answer startTestMessage(SignedIn me, @PathVariable UUID id, @PathVariable UUID pageId) {
        var page = accounts.facebookPage(accounts.account(id), pageId);
        testMessages.start(page, me.userId());
        return Answer.redirect(PageScreen.address(page) + "#test-message");
    }

    @PostMapping("/test-message/end")
    Answer endTestMessage(@PathVariable UUID id, @PathVariable UUID pageId) {
        var page = accounts.facebookPage(accounts.account(id), pageId);
        testMessages.end(page);
        return Answer.redirect(PageScreen.address(page) + "#test-message");
    }
}
