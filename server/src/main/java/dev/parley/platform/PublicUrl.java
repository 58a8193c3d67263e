package dev.parley.platform;

import java.net.URI;

/// How the world reaches this server: where callbacks and links in messages must point.
public record PublicUrl(URI base) {
    /// {@return the whole address of a path that begins with a slash}
    public String of(String path) {
        var text = base.toString();
        return (text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + path;
    }
}
