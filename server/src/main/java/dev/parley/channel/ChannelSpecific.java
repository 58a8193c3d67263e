package dev.parley.channel;

/// Something that each channel does in its own way. [ByChannel] finds the right one.
public interface ChannelSpecific {

    ChannelKind channel();
}
