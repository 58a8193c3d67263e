package dev.parley.outbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How patiently and how broadly messages are sent.
///
/// @param concurrency how many messages of one endpoint are under way at once
/// @param lease how long an attempt may take before whoever made it counts as dead; longer than the
///   channel's own time-outs
/// @param fileLease the same where a file goes along
/// @param firstTrace how long an echo is waited for before the channel's record is asked
/// @param trustAbsence how long after an attempt the record's silence proves that it never arrived
/// @param traces how often the record is asked that cannot tell, before an agent decides
/// @param tries how often a message is tried whose attempts are lost without a trace
/// @param alarmAfter for how long an endpoint that may send may owe a message before health says so
@Validated
@ConfigurationProperties("parley.outbox")
public record OutboxSettings(
        @DefaultValue("8") @Min(1) @Max(64) int concurrency,
        @DefaultValue("20s") @DurationMin(seconds = 1) Duration lease,
        @DefaultValue("150s") @DurationMin(seconds = 1) Duration fileLease,
        @DefaultValue("3s") @DurationMin(seconds = 0) Duration firstTrace,
        @DefaultValue("15s") @DurationMin(seconds = 0) Duration trustAbsence,
        @DefaultValue("6") @Min(1) @Max(1000) int traces,
        @DefaultValue("8") @Min(1) @Max(1000) int tries,
        @DefaultValue("10m") @DurationMin(seconds = 1) Duration alarmAfter) {}
