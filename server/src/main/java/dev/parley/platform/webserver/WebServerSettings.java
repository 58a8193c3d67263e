package dev.parley.platform.webserver;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// What clients may ask of the web server.
///
/// @param connections open at once
/// @param perAddress connections of one address, or behind a proxy its requests, at once
/// @param requests worked on at once; further ones wait in line
/// @param bodiesInMemory of all requests together; an eighth of the heap without it
/// @param idleTimeout how long a connection may take until the head of its next request is whole
/// @param stalledAfter how long a client may let us wait before it must be as fast as `minRate`
/// @param minRate bytes a second
/// @param deadline how long a client may let us wait in one request
/// @param uploads under way at once
/// @param uploadsPerUser of these
@ConfigurationProperties("parley.web")
record WebServerSettings(
        @DefaultValue("4000") int connections,
        @DefaultValue("256") int perAddress,
        @DefaultValue("500") int requests,
        @Nullable DataSize bodiesInMemory,
        @DefaultValue("30s") Duration idleTimeout,
        @DefaultValue("15s") Duration stalledAfter,
        @DefaultValue("4KB") DataSize minRate,
        @DefaultValue("10m") Duration deadline,
        @DefaultValue("16") int uploads,
        @DefaultValue("4") int uploadsPerUser) {

    long bodyBytes() {
        return bodiesInMemory == null
                ? Runtime.getRuntime().maxMemory() / 8
                : bodiesInMemory.toBytes();
    }
}
