package dev.parley.messenger.doctor;

import static java.time.temporal.ChronoUnit.MILLIS;

import dev.parley.background.CrashJournal;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Claims the page that is due first, and has it checked. If the server stops before the result,
/// the page becomes due again.
@Component
class CheckDispatch {
    /// Longer than all calls take together: after one without a response, no more are made.
    private static final Duration LEASE = Duration.ofMinutes(3);

    private final PageStatuses pageStatuses;
    private final PageCheck pageCheck;
    private final CheckSchedule schedule;
    private final CrashJournal journal;
    private final Clock clock;

    CheckDispatch(
            PageStatuses pageStatuses,
            PageCheck pageCheck,
            CheckSchedule schedule,
            CrashJournal journal,
            Clock clock) {
        this.pageStatuses = pageStatuses;
        this.pageCheck = pageCheck;
        this.schedule = schedule;
        this.journal = journal;
        this.clock = clock;
    }

    /// {@return false if nothing was due}
    boolean checkOne() {
        var now = clock.instant();
        var lease = now.plus(LEASE).truncatedTo(MILLIS);
        var claimed = pageStatuses.claim(now, lease);
        claimed.ifPresent(page ->
                journal.run(
                        "diagnostics",
                        page,
                        () -> pageCheck.check(page, lease),
                        () -> pageStatuses.setAside(page, schedule.usual(now))));
        return claimed.isPresent();
    }
}
