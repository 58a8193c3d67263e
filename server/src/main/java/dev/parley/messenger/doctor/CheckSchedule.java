package dev.parley.messenger.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Decides when a page is checked next.
@Component
class CheckSchedule {
    /// How soon a page is checked again after a handshake; later checks become less frequent.
    private static final Duration SOON = Duration.ofSeconds(2);

    private static final Duration AT_WORK = Duration.ofMinutes(5);
    private static final Duration WHILE_UNREACHABLE = Duration.ofMinutes(5);

    private final DoctorSettings settings;

    CheckSchedule(DoctorSettings settings) {
        this.settings = settings;
    }

    /// {@return when a page without problems is checked next}
    Instant usual(Instant now) {
        return now.plus(settings.checkEvery());
    }

    /// {@return when to check a page with a new error, so that many errors cause one check}
    Instant afterError(Instant now) {
        return now.plus(settings.settleAfter());
    }

    /// A page whose token expires is also checked when an alert about it is due.
    ///
    /// @param handshake when Meta last verified the callback URL; null for never
    Instant next(
            List<Finding> findings,
            ProvisioningState state,
            Instant now,
            @Nullable Instant handshake) {
        var sinceHandshake = handshake == null ? Duration.ZERO : Duration.between(handshake, now);
        var regular = now.plus(pause(findings, state, sinceHandshake));
        return findings.stream()
                .filter(one -> one.topic() == Topic.LIFETIME && !one.facts().isEmpty())
                .map(one -> Instant.parse(one.facts().getFirst()))
                .flatMap(CheckSchedule::thresholds)
                .filter(at -> at.isAfter(now))
                .reduce(regular, (one, other) -> one.isBefore(other) ? one : other);
    }

    /// After Meta's handshake an administrator is at work there, and waits for the result.
    private Duration pause(
            List<Finding> findings, ProvisioningState state, Duration sinceHandshake) {
        if (state == ProvisioningState.RUNNING) {
            return settings.checkEvery();
        }
        if (sinceHandshake.isPositive() && sinceHandshake.compareTo(AT_WORK) < 0) {
            return sinceHandshake.compareTo(SOON) < 0 ? SOON : sinceHandshake;
        }
        return findings.stream().anyMatch(one -> one.cause().equals("unreachable"))
                ? WHILE_UNREACHABLE
                : settings.checkAgainAfter();
    }

    private static Stream<Instant> thresholds(Instant end) {
        return Stream.concat(
                TokenDiagnosis.ALERT_DAYS.stream().map(days -> end.minus(Duration.ofDays(days))),
                Stream.of(end));
    }
}
