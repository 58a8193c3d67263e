package dev.parley.outbox;

import static java.util.stream.Collectors.toSet;

import dev.parley.platform.Installation;
import dev.parley.platform.TimeLimit;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Reports pending messages that are not sent, as metrics for each endpoint and as health.
@Component("outboxHealthIndicator")
class OutboxMetrics implements HealthIndicator {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    private final OutgoingRows rows;
    private final SendBlocks sendBlocks;
    private final OutboxSettings settings;
    private final Installation installation;
    private final Clock clock;
    private final TimeLimit<Set<String>> stuckNow = new TimeLimit<>(this::stuck);
    private final MultiGauge pending;
    private final MultiGauge oldest;
    private final MultiGauge held;

    OutboxMetrics(
            OutgoingRows rows,
            SendBlocks sendBlocks,
            OutboxSettings settings,
            MeterRegistry meters,
            Installation installation,
            Clock clock) {
        this.rows = rows;
        this.sendBlocks = sendBlocks;
        this.settings = settings;
        this.installation = installation;
        this.clock = clock;
        pending =
                MultiGauge.builder("parley.outbox.pending")
                        .description("Messages that are pending, by endpoint and state")
                        .register(meters);
        oldest =
                MultiGauge.builder("parley.outbox.oldest")
                        .description(
                                "For how long the oldest message of an endpoint has been pending")
                        .baseUnit("seconds")
                        .register(meters);
        held =
                MultiGauge.builder("parley.outbox.blocked")
                        .description("1 for each block that prevents an endpoint from sending")
                        .register(meters);
    }

    /// Queries the database, so that reading the metrics does not have to.
    void refresh() {
        var now = clock.instant();
        var all = rows.backlog();
        pending.register(
                Stream.concat(
                                rows(all, "queued", OutboxBacklog::waiting),
                                rows(all, "unknown", OutboxBacklog::unknown))
                        .toList(),
                true);
        oldest.register(
                all.stream()
                        .map(one -> Row.of(EndpointTags.of(one.endpoint()), age(one, now)))
                        .toList(),
                true);
        held.register(held(now).stream().map(OutboxMetrics::row).toList(), true);
    }

    /// A paused or stopped endpoint is not a failure of the outbox, and is reported elsewhere.
    @Override
    public Health health() {
        var stuck = stuckNow.answer(LONGEST_WAIT);
        if (stuck.isEmpty()) {
            return Health.down().withDetail("database", "no answer").build();
        }
        return stuck.get().isEmpty()
                ? Health.up().build()
                : Health.down().withDetails(Map.of("stuckEndpoints", stuck.get())).build();
    }

    /// A copy sends nothing, so none of its endpoints is stuck.
    private Set<String> stuck() {
        if (installation.isQuiet()) {
            return Set.of();
        }
        var now = clock.instant();
        var resting = held(now).stream().map(SendBlock::endpoint).collect(toSet());
        return rows.backlog().stream()
                .filter(one -> !resting.contains(one.endpoint()))
                .filter(one -> age(one, now) > settings.alarmAfter().toSeconds())
                .map(one -> one.endpoint().id())
                .collect(toSet());
    }

    private List<SendBlock> held(Instant now) {
        return sendBlocks.active(now, now).stream().filter(one -> one.blocks(now)).toList();
    }

    private static long age(OutboxBacklog one, Instant now) {
        return Duration.between(one.oldest(), now).toSeconds();
    }

    private static Stream<Row<?>> rows(
            List<OutboxBacklog> all, String state, ToLongFunction<OutboxBacklog> number) {
        return all.stream()
                .map(one ->
                        Row.of(
                                EndpointTags.of(one.endpoint()).and("state", state),
                                number.applyAsLong(one)));
    }

    private static Row<?> row(SendBlock block) {
        return Row.of(EndpointTags.of(block.endpoint()).and("cause", block.cause()), 1);
    }
}
