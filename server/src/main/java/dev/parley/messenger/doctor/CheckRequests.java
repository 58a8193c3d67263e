package dev.parley.messenger.doctor;

import dev.parley.background.Pump;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Requests checks that are due now, and keeps the list of pages up to date.
@Component
class CheckRequests {
    private final PageStatuses pageStatuses;
    private final Alerts alerts;
    private final ApplicationEventPublisher events;
    private final Pump doctorPump;
    private final Clock clock;

    CheckRequests(
            PageStatuses pageStatuses,
            Alerts alerts,
            ApplicationEventPublisher events,
            Pump doctorPump,
            Clock clock) {
        this.pageStatuses = pageStatuses;
        this.alerts = alerts;
        this.events = events;
        this.doctorPump = doctorPump;
        this.clock = clock;
    }

    /// @param pages Meta's ids of pages, of which some may be new or removed
    void request(Set<String> pages) {
        var now = clock.instant();
        syncPages(now);
        pageStatuses.requestCheck(pages, now);
        events.publishEvent(new CheckRequested());
    }

    private void syncPages(Instant now) {
        pageStatuses.syncPages(now);
        alerts.endForRemovedPages(now);
    }

    @EventListener(ApplicationReadyEvent.class)
    void syncAtStart() {
        syncPages(clock.instant());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void nudge(CheckRequested requested) {
        doctorPump.nudge();
    }

    /// A user waits for a verdict.
    record CheckRequested() {}
}
