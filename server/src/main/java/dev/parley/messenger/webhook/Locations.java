package dev.parley.messenger.webhook;

import static dev.parley.messenger.webhook.TextFallback.firstNonBlank;
import static dev.parley.messenger.webhook.WebhookItem.text;

import dev.parley.channel.Content;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads locations that customers send.
final class Locations {
    private Locations() {}

    static boolean isPlace(JsonNode attachment) {
        return coordinates(attachment).path("lat").isNumber()
                && coordinates(attachment).path("long").isNumber();
    }

    static Content of(@Nullable String words, JsonNode attachment) {
        return new Content.Location(
                firstNonBlank(words, text(attachment.path("title"))),
                coordinates(attachment).path("lat").asDouble(),
                coordinates(attachment).path("long").asDouble());
    }

    /// {@return the location as a URI (RFC 5870)}
    static String address(JsonNode attachment) {
        return String.format(
                Locale.ROOT,
                "geo:%.6f,%.6f",
                coordinates(attachment).path("lat").asDouble(),
                coordinates(attachment).path("long").asDouble());
    }

    private static JsonNode coordinates(JsonNode attachment) {
        return attachment.path("payload").path("coordinates");
    }
}
