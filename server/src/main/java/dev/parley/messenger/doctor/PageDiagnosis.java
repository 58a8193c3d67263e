package dev.parley.messenger.doctor;

import dev.parley.conversation.Conversations;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.messenger.account.FacebookPage;
import dev.parley.messenger.account.MessagingAccount;
import dev.parley.messenger.graph.PageExamination;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/// Diagnoses a page: asks Meta, and judges the answers by what Parley knows.
@Component
class PageDiagnosis {
    private static final Duration LATELY = Duration.ofDays(7);
    private static final int WRITERS = 3;

    private final PageExamination pageExamination;
    private final Conversations conversations;
    private final KnownFactsReader knownFacts;
    private final Clock clock;

    PageDiagnosis(
            PageExamination pageExamination,
            Conversations conversations,
            KnownFactsReader knownFacts,
            Clock clock) {
        this.pageExamination = pageExamination;
        this.conversations = conversations;
        this.knownFacts = knownFacts;
        this.clock = clock;
    }

    CheckResult diagnose(MessagingAccount account, FacebookPage page) {
        var measured = pageExamination.of(account, page, latestWriters(page));
        return CheckResult.of(measured, knownFacts.read(account, page, clock.instant()));
    }

    private List<String> latestWriters(FacebookPage page) {
        var since = clock.instant().minus(LATELY);
        return conversations.recentlyActivePeople(
                FacebookChannel.KIND, page.pageId(), since, WRITERS);
    }
}
