package dev.parley.customer;

import dev.parley.channel.Address;
import dev.parley.channel.Blob;
import dev.parley.channel.ChannelSpecific;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Asks a channel who a person is. Each channel brings its own.
public interface Profiles extends ChannelSpecific {
    Answer of(Address address);

    /// What the channel said. Every caller has to say what it does in each case.
    sealed interface Answer {
        /// Here they are.
        ///
        /// @param picture the bytes of the picture, copied because links to it expire
        record Known(
                @Nullable String name,
                @Nullable String locale,
                @Nullable String timezone,
                @Nullable Picture picture)
                implements Answer {}

        /// The channel does not tell us; it may once a permission is granted.
        record Withheld(String cause) implements Answer {}

        /// The channel could not be asked just now.
        record Later(Duration after) implements Answer {}
    }

    record Picture(String contentType, Blob bytes) {}
}
