package dev.parley.channel;

import java.util.regex.Pattern;

/// A kind of messaging that customers can write through. The set is open: each channel names its
/// own, and code outside of a channel does not depend on which channels exist.
///
/// @param name stored with everything received through the channel, such as `LINE`
public record ChannelKind(String name) {

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    /// @throws IllegalArgumentException for a name that contains anything but capitals, digits and
    ///   underscores, or has more than 40 characters
    public ChannelKind {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Invalid channel name");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
