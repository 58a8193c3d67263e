package dev.parley.inbox;

import dev.parley.platform.TimeLimit;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Reports events that were acknowledged but not handled, as metrics and as health.
@Component("inboxHealthIndicator")
class InboxMetrics implements HealthIndicator {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    private final Envelopes envelopes;
    private final DeadLetters deadLetters;
    private final InboxSettings settings;
    private final Backlog backlog;
    private final Clock clock;
    private final TimeLimit<Duration> oldestNow = new TimeLimit<>(this::oldest);
    private volatile Seen seen = new Seen(0, 0, Duration.ZERO);

    InboxMetrics(
            Envelopes envelopes,
            DeadLetters deadLetters,
            InboxSettings settings,
            Backlog backlog,
            MeterRegistry meters,
            Clock clock) {
        this.envelopes = envelopes;
        this.deadLetters = deadLetters;
        this.settings = settings;
        this.backlog = backlog;
        this.clock = clock;
        Gauge.builder("parley.inbox.waiting", () -> seen.waiting)
                .description("Envelopes that were accepted but not handled yet")
                .register(meters);
        Gauge.builder("parley.inbox.oldest", () -> seen.oldest.toSeconds())
                .description("For how long the oldest of these has been waiting")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("parley.inbox.deadletters", () -> seen.deadLetters)
                .description("Dead letters that wait to be retried or discarded")
                .register(meters);
    }

    /// Queries the database, so that reading the metrics does not have to.
    void refresh() {
        var waiting = envelopes.countWaiting();
        backlog.correct(waiting);
        seen = new Seen(waiting, deadLetters.count(DeadLetters.Search.ALL), oldest());
    }

    private Duration oldest() {
        var now = clock.instant();
        return envelopes
                .oldestWaiting()
                .map(since -> Duration.between(since, now))
                .orElse(Duration.ZERO);
    }

    /// Limits the wait, so that a health check does not hang when the database does not answer.
    @Override
    public Health health() {
        var answer = oldestNow.answer(LONGEST_WAIT);
        if (answer.isEmpty()) {
            return Health.down().withDetail("database", "no answer").build();
        }
        var oldest = answer.get();
        var health = oldest.compareTo(settings.alarmAfter()) > 0 ? Health.down() : Health.up();
        return health.withDetail("oldestWaitingSeconds", oldest.toSeconds()).build();
    }

    private record Seen(long waiting, long deadLetters, Duration oldest) {}
}
