package dev.parley.platform;

import java.net.URI;

/// How the world reaches this server: where callbacks and links in messages must point.
public record PublicUrl(URI base) {
    /// {@return the whole address of a path that begins with a slash}
    public String of(String path) {
        var text = base.toString();
        return (text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + path;
    }

    /// {@return whether others can call us at it, as far as it tells itself} Meta calls https only.
    public boolean isPublic() {
        return "https".equals(base.getScheme()) && PublicAddress.is(base);
    }
}
