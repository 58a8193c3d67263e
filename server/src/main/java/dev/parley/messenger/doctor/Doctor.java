package dev.parley.messenger.doctor;

import dev.parley.identity.Audit;
import dev.parley.identity.UserId;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.messenger.account.FacebookPage;
import dev.parley.outbox.BlockedSending;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Provides the status of each page, and checks it again on request.
@Component
public class Doctor {
    private final PageStatuses pageStatuses;
    private final CheckRequests requests;
    private final BlockedSending blockedSending;
    private final Audit audit;
    private final Clock clock;

    Doctor(
            PageStatuses pageStatuses,
            CheckRequests requests,
            BlockedSending blockedSending,
            Audit audit,
            Clock clock) {
        this.pageStatuses = pageStatuses;
        this.requests = requests;
        this.blockedSending = blockedSending;
        this.audit = audit;
        this.clock = clock;
    }

    /// {@return the status of this page}
    public PageStatus of(FacebookPage page) {
        return pageStatuses
                .of(page.pageId())
                .orElseGet(() -> PageStatus.never(page.pageId(), clock.instant()));
    }

    /// {@return the findings of the page's last check, one for each topic}
    public List<Finding> findings(FacebookPage page) {
        return pageStatuses.findings(page.pageId());
    }

    /// {@return the recent states of the page, the latest first}
    public List<StateChange> history(FacebookPage page) {
        return pageStatuses.history(page.pageId());
    }

    /// Checks the page again, and retries blocked messages: only Meta's next response shows whether
    /// the problem was fixed there.
    @Transactional
    public void checkAgain(FacebookPage page, UserId by) {
        blockedSending.resume(FacebookChannel.KIND, Set.of(page.pageId()));
        requests.request(Set.of(page.pageId()));
        audit.record(by, "facebookPage.checked", "facebookPage/" + page.id(), Map.of(), Map.of());
    }
}
