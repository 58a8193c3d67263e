package dev.parley.messenger.catchup;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Settings for fetching what Meta could not deliver.
///
/// @param checkEvery how often Parley checks that Meta still sends a page's events
/// @param waitForRetries how long Parley waits for Meta's own retries, which contain more, before
///   it reads the message history
/// @param firstHistory how far back the message history of a new page is read
@Validated
@ConfigurationProperties("parley.catch-up")
public record CatchUpSettings(
        @DefaultValue("15m") @DurationMin(seconds = 1) Duration checkEvery,
        @DefaultValue("2m") @DurationMin(seconds = 0) Duration waitForRetries,
        @DefaultValue("90d") @DurationMin(seconds = 0) Duration firstHistory) {
    private static final Duration NEW_PAGE = Duration.ofSeconds(10);

    /// {@return how long Parley waits before it first reads the message history of a new page}
    public Duration firstWait() {
        return waitForRetries.compareTo(NEW_PAGE) < 0 ? waitForRetries : NEW_PAGE;
    }
}
