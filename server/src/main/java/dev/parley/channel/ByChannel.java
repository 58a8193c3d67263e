package dev.parley.channel;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/// The implementations of one interface, by channel.
public final class ByChannel<T extends ChannelSpecific> {

    private final Map<ChannelKind, T> all;

    /// @throws IllegalStateException when a channel provides two of them
    public ByChannel(Collection<? extends T> all) {
        this.all = all.stream().collect(toUnmodifiableMap(ChannelSpecific::channel, identity()));
    }

    /// {@return the one of this channel, if it provides one}
    public Optional<T> find(ChannelKind channel) {
        return Optional.ofNullable(all.get(channel));
    }

    /// {@return the one of this channel}
    ///
    /// @throws IllegalStateException when the channel provides none
    public T of(ChannelKind channel) {
        return find(channel)
                .orElseThrow(() ->
                        new IllegalStateException("Channel " + channel + " is not installed"));
    }

    public Collection<T> all() {
        return all.values();
    }
}
