package dev.parley.inbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How the inbox stores and dispatches envelopes.
///
/// @param queue how many deliveries may wait for the disk before further ones are refused
/// @param concurrency how many threads dispatch envelopes
/// @param batch how many envelopes go into one transaction when many wait
/// @param keep how long handled envelopes and settled dead letters are retained
/// @param alarmAfter for how long an accepted envelope may wait before health reports it
@Validated
@ConfigurationProperties("parley.inbox")
public record InboxSettings(
        @DefaultValue("2000") @Min(1) @Max(100000) int queue,
        @DefaultValue("2") @Min(1) @Max(64) int concurrency,
        @DefaultValue("200") @Min(1) @Max(1000) int batch,
        @DefaultValue("30d") @DurationMin(hours = 1) Duration keep,
        @DefaultValue("5m") @DurationMin(seconds = 1) Duration alarmAfter) {}
