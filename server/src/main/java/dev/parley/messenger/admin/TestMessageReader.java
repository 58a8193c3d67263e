package dev.parley.messenger.admin;

import dev.parley.messenger.account.FacebookPage;
import dev.parley.messenger.account.WebhookContacts;
import dev.parley.messenger.admin.view.TestMessageView;
import dev.parley.messenger.doctor.Doctor;
import dev.parley.messenger.doctor.TestMessages;
import dev.parley.platform.web.PageFrame;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// Reads how far a test message has come.
@Component
class TestMessageReader {
    private final TestMessages testMessages;
    private final TestMessageProgress testMessageProgress;
    private final WebhookContacts contacts;
    private final Doctor doctor;
    private final Clock clock;

    TestMessageReader(
            TestMessages testMessages,
            TestMessageProgress testMessageProgress,
            WebhookContacts contacts,
            Doctor doctor,
            Clock clock) {
        this.testMessages = testMessages;
        this.testMessageProgress = testMessageProgress;
        this.contacts = contacts;
        this.doctor = doctor;
        this.clock = clock;
    }

    TestMessageView read(PageFrame frame, FacebookPage page) {
        var words = new TestMessageTexts(frame.t(), PageScreen.address(page), clock.instant());
        return testMessages
                .of(page)
                .map(test ->
                        words.of(
                                test,
                                testMessageProgress.firstSince(page.pageId(), test.startedAt()),
                                contacts.of(page.account()),
                                doctor.findings(page)))
                .orElseGet(words::none);
    }
}
