package dev.parley.inbox;

import dev.parley.channel.ChannelKind;
import dev.parley.channel.Endpoint;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that was delivered and could not be acted on. It is kept until somebody decides.
///
/// @param source where it came in, in the channel's own words; empty for an envelope
/// @param endpoint the endpoint that it names, if it does
/// @param person whom it is about, where one is known
/// @param detail the cause in the program's own words
/// @param tries how often it was taken up
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

    /// Why it could not be acted on.
    public enum Cause {
        NOT_JSON,
        NOT_FOR_ENDPOINTS,
        UNKNOWN_ENDPOINT,
        UNREADABLE,
        FAILED
    }
}
