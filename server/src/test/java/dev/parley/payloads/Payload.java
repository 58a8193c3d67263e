package dev.parley.payloads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One file of the folder. Bodies are posted unchanged, unless the file is only a part of a body,
/// or contains placeholders.
record Payload(String name, JsonNode json) {
    private static final JsonMapper mapper = JsonMapper.shared();
    private static final String PAGE = "100000000000001";
    private static final String PERSON = "200000000000001";

    static Payload read(Path file) {
        try {
            var json = mapper.readTree(Files.readString(file));
            return new Payload(file.getFileName().toString(), json);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// {@return whether it is a webhook that Meta posts, whole or one item}
    boolean isWebhook() {
        return json.path("entry").isArray() || isItem();
    }

    private boolean isItem() {
        return json.has("recipient") && json.has("timestamp") && !json.has("messaging_type");
    }

    String body() {
        if (isItem()) {
            return mapper.writeValueAsString(wrapped());
        }
        json.path("entry").forEach(Payload::fill);
        return mapper.writeValueAsString(json);
    }

    /// {@return the ids of its pages}
    Set<String> pages() {
        var pages = new LinkedHashSet<String>();
        mapper.readTree(body())
                .path("entry")
                .forEach(entry -> pages.add(entry.path("id").asString()));
        pages.remove("0");
        return pages;
    }

    private ObjectNode wrapped() {
        var page = json.path(isEcho(json) ? "sender" : "recipient").path("id");
        var body = mapper.createObjectNode().put("object", "page");
        var entry = body.putArray("entry").addObject();
        entry.set("id", page);
        entry.set("time", json.path("timestamp"));
        entry.putArray("messaging").add(json);
        fill(entry);
        return body;
    }

    private static boolean isEcho(JsonNode item) {
        return item.path("message").path("is_echo").asBoolean(false);
    }

    private static void fill(JsonNode entry) {
        if (entry instanceof ObjectNode object) {
            for (var place : List.of("messaging", "standby")) {
                entry.path(place).forEach(Payload::fillItem);
            }
            var recipient = entry.path("messaging").path(0).path("recipient").path("id");
            object.set("id", object.has("id") ? object.path("id") : recipient);
            fill(object, PAGE);
        }
    }

    private static void fillItem(JsonNode item) {
        fill(item.path("sender"), isEcho(item) ? PAGE : PERSON);
        fill(item.path("recipient"), isEcho(item) ? PERSON : PAGE);
    }

    /// Replaces an id in words, such as `PAGE_ID`, by one in digits.
    private static void fill(JsonNode holder, String id) {
        if (holder instanceof ObjectNode object
                && !object.path("id").asString("0").matches("[0-9]+")) {
            object.put("id", id);
        }
    }
}
