package dev.parley.customer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How often profiles are fetched from channels.
///
/// @param refresh the age at which a profile is fetched again
/// @param retry when to try again after a channel withheld a profile
/// @param profilesPerSecond how many profiles are fetched per second at most
@Validated
@ConfigurationProperties("parley.customer")
public record CustomerSettings(
        @DefaultValue("30d") @DurationMin(seconds = 1) Duration refresh,
        @DefaultValue("1d") @DurationMin(seconds = 1) Duration retry,
        @DefaultValue("20") @Min(1) @Max(1000) int profilesPerSecond) {}
