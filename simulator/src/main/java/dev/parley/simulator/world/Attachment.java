package dev.parley.simulator.world;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A part of a message that is not text, in Meta's format: a type and its payload.
public record Attachment(String type, @Nullable String name, Map<String, Object> payload) {
    public static Attachment media(String type, String url, @Nullable String name) {
        return new Attachment(type, name, Map.of("url", url));
    }

    /// A sticker has the type `sticker` since summer 2026, before that the type of an image.
    public static Attachment sticker(String id, String url) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("url", url);
        payload.put("sticker_id", Long.parseLong(id));
        return new Attachment("sticker", null, payload);
    }

    public static Attachment location(double latitude, double longitude) {
        var coordinates = new LinkedHashMap<String, Object>();
        coordinates.put("lat", latitude);
        coordinates.put("long", longitude);
        return new Attachment("location", null, Map.of("coordinates", coordinates));
    }

    public @Nullable String url() {
        return payload.get("url") instanceof String url ? url : null;
    }
}
