package dev.parley.customer;

import dev.parley.channel.Address;
import dev.parley.channel.Blob;
import dev.parley.channel.ChannelSpecific;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Fetches a person's profile from a channel. Each channel implements it.
public interface Profiles extends ChannelSpecific {
    Answer of(Address address);

    /// The channel's answer. Every caller has to handle each case.
    sealed interface Answer {
        /// The profile.
        ///
        /// @param picture the bytes of the picture, copied because links to it expire
        record Known(
                @Nullable String name,
                @Nullable String locale,
                @Nullable String timezone,
                @Nullable Picture picture)
                implements Answer {}

        /// The channel does not provide the profile; it may after a permission is granted.
        record Withheld(String cause) implements Answer {}

        /// The channel was temporarily not available.
        record Later(Duration after) implements Answer {}
    }

    record Picture(String contentType, Blob bytes) {}
}
