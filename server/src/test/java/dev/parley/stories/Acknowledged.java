package dev.parley.stories;

import dev.parley.testing.Simulator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The messages that Parley promised to store: all those in webhooks that it answered with 200.
final class Acknowledged {
    private static final JsonMapper json = JsonMapper.shared();

    private final Simulator simulator;
    private final Set<String> read = new HashSet<>();
    private final Set<String> messages = new HashSet<>();
    private final Map<String, String> edits = new HashMap<>();
    private final Set<String> unsends = new HashSet<>();

    Acknowledged(Simulator simulator) {
        this.simulator = simulator;
    }

    /// Must be called regularly: the simulator deletes old webhooks.
    void collect() {
        for (var webhook : simulator.webhooks("delivered")) {
            if (read.add(webhook.path("id").asString())) {
                json.readTree(webhook.path("body").asString().replace("\uFEFF", ""))
                        .path("entry")
                        .forEach(entry -> entry.path("messaging").forEach(this::note));
            }
        }
    }

    /// {@return the mids of customers' messages}
    Set<String> messages() {
        return messages;
    }

    /// {@return whether it is known when this message was written}
    boolean hasPlace(String mid) {
        return messages.contains(mid) && !unsends.contains(mid);
    }

    boolean unsent(String mid) {
        return unsends.contains(mid);
    }

    /// {@return the text after this message's last edit; null if it was not edited}
    @Nullable String edited(String mid) {
        return edits.get(mid);
    }

    private void note(JsonNode item) {
        var message = item.path("message");
        var mid = message.path("mid").asString("");
        if (message.path("is_deleted").asBoolean(false)) {
            unsends.add(mid);
        } else if (message.isObject() && !message.path("is_echo").asBoolean(false)) {
            messages.add(mid);
        } else if (item.has("postback")) {
            messages.add(item.path("postback").path("mid").asString(""));
        } else if (item.has("message_edit")) {
            var edit = item.path("message_edit");
            edits.put(edit.path("mid").asString(), edit.path("text").asString());
        }
    }
}
