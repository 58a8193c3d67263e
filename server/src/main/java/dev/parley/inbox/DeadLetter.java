package dev.parley.inbox;

import dev.parley.channel.ChannelKind;
import dev.parley.channel.Endpoint;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A delivery that could not be processed. It is stored until an administrator retries or discards
/// it.
///
/// @param source where it was received, as the channel names it; empty for an envelope
/// @param endpoint the endpoint that it names, if it does
/// @param person whom it is about, if known
/// @param detail the technical cause
/// @param tries how often it was attempted
/// @param size of its body in bytes
public record DeadLetter(
        UUID id,
        Instant receivedAt,
        ChannelKind channel,
        String source,
        @Nullable String endpoint,
        @Nullable String person,
        Cause cause,
        String detail,
        int tries,
        int size) {
    /// {@return the endpoint that it is about, if it names one}
    public Optional<Endpoint> at() {
        return Optional.ofNullable(endpoint).map(id -> new Endpoint(channel, id));
    }

    /// Why it could not be processed.
    public enum Cause {
        NOT_JSON,
        NOT_FOR_ENDPOINTS,
        UNKNOWN_ENDPOINT,
        UNREADABLE,
        FAILED
    }
}
