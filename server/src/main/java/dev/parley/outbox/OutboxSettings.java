package dev.parley.outbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Concurrency, time limits and retries of sending.
///
/// @param concurrency how many messages of one endpoint are sent at once
/// @param lease how long an attempt may take before its node counts as dead; longer than the
///   channel's own time-outs
/// @param fileLease the same for messages with a file
/// @param firstLookUp how long to wait for an echo before reading the channel's message history
/// @param notSentAfter how long after an attempt a missing entry in the history proves that the
///   message was not sent
/// @param lookUps how often an inconclusive history is read before an agent decides
/// @param maxAttempts how often a message is attempted whose attempts leave no trace
/// @param alarmAfter for how long a message may be pending for an endpoint that may send before
///   health reports it
@Validated
@ConfigurationProperties("parley.outbox")
public record OutboxSettings(
        @DefaultValue("8") @Min(1) @Max(64) int concurrency,
        @DefaultValue("20s") @DurationMin(seconds = 1) Duration lease,
        @DefaultValue("150s") @DurationMin(seconds = 1) Duration fileLease,
        @DefaultValue("3s") @DurationMin(seconds = 0) Duration firstLookUp,
        @DefaultValue("15s") @DurationMin(seconds = 0) Duration notSentAfter,
        @DefaultValue("6") @Min(1) @Max(1000) int lookUps,
        @DefaultValue("8") @Min(1) @Max(1000) int maxAttempts,
        @DefaultValue("10m") @DurationMin(seconds = 1) Duration alarmAfter) {}
