package dev.parley.platform;

import java.net.URI;

/// The address at which this server is reached from the internet: the base of callbacks and of
/// links in messages.
public record PublicUrl(URI base) {
    /// {@return the full address of a path that begins with a slash}
    public String of(String path) {
        var text = base.toString();
        return (text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + path;
    }

    /// {@return whether it can be called from the internet, judged by the address alone} Channels
    /// call https only.
    public boolean isPublic() {
        return "https".equals(base.getScheme()) && PublicAddress.is(base);
    }
}
