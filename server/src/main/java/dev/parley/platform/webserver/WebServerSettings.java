package dev.parley.platform.webserver;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// Limits of the web server for its clients.
///
/// @param connections open at once
/// @param perAddress connections of one address, or behind a proxy its requests, at once
/// @param requests processed at once; further ones wait in a queue
/// @param bodiesInMemory of all requests together; an eighth of the heap by default
/// @param idleTimeout how long a connection may take until the head of its next request is complete
/// @param stalledAfter how long Parley waits for a client before it must be as fast as `minRate`
/// @param minRate bytes per second
/// @param deadline how long Parley waits for a client in one request
/// @param uploads in progress at once
/// @param uploadsPerUser of these, for each user
@Validated
@ConfigurationProperties("parley.web")
record WebServerSettings(
        @DefaultValue("4000") @Min(1) int connections,
        @DefaultValue("256") @Min(1) int perAddress,
        @DefaultValue("500") @Min(1) int requests,
        @Nullable DataSize bodiesInMemory,
        @DefaultValue("30s") @DurationMin(millis = 1) Duration idleTimeout,
        @DefaultValue("15s") @DurationMin(millis = 1) Duration stalledAfter,
        @DefaultValue("4KB") DataSize minRate,
        @DefaultValue("10m") @DurationMin(millis = 1) Duration deadline,
        @DefaultValue("16") @Min(1) int uploads,
        @DefaultValue("4") @Min(1) int uploadsPerUser) {

    @AssertTrue(message = "bodies-in-memory and min-rate must be greater than 0") boolean isSizesPositive() {
        return bodyBytes() > 0 && minRate.toBytes() > 0;
    }

    long bodyBytes() {
        return bodiesInMemory == null
                ? Runtime.getRuntime().maxMemory() / 8
                : bodiesInMemory.toBytes();
    }
}
