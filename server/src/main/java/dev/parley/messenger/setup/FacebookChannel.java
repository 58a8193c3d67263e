package dev.parley.messenger.setup;

import dev.parley.channel.ChannelKind;

/// The channel that this module brings: pages on Facebook, whose customers write in Messenger.
public final class FacebookChannel {

    public static final ChannelKind KIND = new ChannelKind("FACEBOOK");

    private FacebookChannel() {}
}
