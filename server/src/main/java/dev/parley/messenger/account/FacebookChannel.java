package dev.parley.messenger.account;

import dev.parley.channel.ChannelKind;
import dev.parley.channel.Endpoint;

/// The channel that this module provides: Facebook pages, whose customers write in Messenger.
public final class FacebookChannel {

    public static final ChannelKind KIND = new ChannelKind("FACEBOOK");

    private FacebookChannel() {}

    /// {@return the endpoint that is this Facebook page}
    public static Endpoint endpoint(String pageId) {
        return new Endpoint(KIND, pageId);
    }

    /// {@return whether this endpoint is a Facebook page}
    public static boolean isFacebook(Endpoint endpoint) {
        return endpoint.channel().equals(KIND);
    }
}
