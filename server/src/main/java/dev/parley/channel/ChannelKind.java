package dev.parley.channel;

import java.util.regex.Pattern;

/// A kind of messaging that customers can write through. The set is open: each channel names its
/// own, and nothing outside of a channel knows which there are.
///
/// @param name stored with everything that came through the channel, such as `LINE`
public record ChannelKind(String name) {

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    /// @throws IllegalArgumentException for a name that is not made of capitals, digits and
    ///   underscores, or has more than 40 characters
    public ChannelKind {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("No channel is called so");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
