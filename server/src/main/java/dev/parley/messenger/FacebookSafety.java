package dev.parley.messenger;

import dev.parley.platform.ChannelSafety;
import java.util.Set;
import java.util.regex.Pattern;

/// The address to which page tokens are sent, and the form of tokens.
final class FacebookSafety implements ChannelSafety {
    /// User and page tokens, and app tokens, which consist of the app's ID and secret.
    private static final Pattern TOKENS =
            Pattern.compile("\\bEAA[A-Za-z0-9_-]{8,}|\\b[0-9]{6,}\\|[A-Za-z0-9_-]{16,}");

    @Override
    public Set<String> urlSettings() {
        return Set.of("parley.messenger.graph-url");
    }

    @Override
    public Pattern tokens() {
        return TOKENS;
    }
}
