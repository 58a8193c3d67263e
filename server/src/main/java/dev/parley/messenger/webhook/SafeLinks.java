package dev.parley.messenger.webhook;

import static dev.parley.messenger.webhook.WebhookItem.text;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// URLs that a browser may be sent to.
final class SafeLinks {
    private static final String FACEBOOK = "https://www.facebook.com";

    private SafeLinks() {}

    static @Nullable String of(JsonNode scalar) {
        var url = text(scalar);
        return url != null && (url.startsWith("https://") || url.startsWith("http://"))
                ? url
                : null;
    }

    /// {@return the URL of a page on Facebook, which may be sent without its host}
    static @Nullable String onFacebook(JsonNode scalar) {
        var url = text(scalar);
        return url != null && url.startsWith("/") && !url.startsWith("//")
                ? FACEBOOK + url
                : of(scalar);
    }
}
