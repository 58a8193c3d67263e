package dev.parley.messenger.catchup;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How what Meta could not deliver is fetched.
///
/// @param checkEvery how often it is looked whether Meta still sends us a page's events
/// @param patience how long Meta's own repetitions are waited for, which tell more, before the
///   record is read
/// @param firstHistory how far back the record of a page is read that is new
@Validated
@ConfigurationProperties("parley.catch-up")
public record CatchUpSettings(
        @DefaultValue("15m") @DurationMin(seconds = 1) Duration checkEvery,
        @DefaultValue("2m") @DurationMin(seconds = 0) Duration patience,
        @DefaultValue("90d") @DurationMin(seconds = 0) Duration firstHistory) {}
