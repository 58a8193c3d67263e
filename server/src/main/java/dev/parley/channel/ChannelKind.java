package dev.parley.channel;

/// A kind of messaging that customers can write through.
public enum ChannelKind {
    FACEBOOK
}
