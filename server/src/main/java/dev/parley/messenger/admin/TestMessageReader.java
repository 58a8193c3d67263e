package dev.parley.messenger.admin;

import dev.parley.messenger.account.FacebookPage;
import dev.parley.messenger.account.WebhookContacts;
import dev.parley.messenger.admin.view.TestMessageView;
import dev.parley.messenger.doctor.Finding;
import dev.parley.messenger.doctor.TestMessages;
import dev.parley.platform.web.PageFrame;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/// Reads how far a test message has come.
@Component
class TestMessageReader {
    private final TestMessages testMessages;
    private final TestMessageProgress testMessageProgress;
    private final WebhookContacts contacts;
    private final Clock clock;

    TestMessageReader(
            TestMessages testMessages,
            TestMessageProgress testMessageProgress,
            WebhookContacts contacts,
            Clock clock) {
        this.testMessages = testMessages;
        this.testMessageProgress = testMessageProgress;
        this.contacts = contacts;
        this.clock = clock;
    }

    TestMessageView read(PageFrame frame, FacebookPage page, List<Finding> findings) {
        var words = new TestMessageTexts(frame.t(), PageScreen.address(page), clock.instant());
        return testMessages
                .of(page)
                .map(test ->
                        words.of(
                                test,
                                testMessageProgress.firstSince(page.pageId(), test.startedAt()),
                                contacts.of(page.account()),
                                findings))
                .orElseGet(words::none);
    }
}
