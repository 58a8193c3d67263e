package dev.parley.simulator.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A message in its current state: with edits and reactions, or unsent.
///
/// @param earlier the content before each edit, oldest first
public record Message(
        String mid,
        Origin origin,
        Content content,
        long timestamp,
        Map<String, String> reactions,
        List<String> earlier,
        boolean unsent) {
    /// How often Messenger lets a person edit a message.
    public static final int MOST_EDITS = 5;

    static Message fresh(Origin origin, Content content, long timestamp) {
        return new Message(Ids.message(), origin, content, timestamp, Map.of(), List.of(), false);
    }

    /// {@return a message of the past}
    public static Message past(String mid, Origin origin, String text, long timestamp) {
        return new Message(mid, origin, Content.text(text), timestamp, Map.of(), List.of(), false);
    }

    public boolean byPerson() {
        return origin instanceof Origin.Customer;
    }

    public int edits() {
        return earlier.size();
    }

    Message reworded(String text) {
        var before = Stream.concat(earlier.stream(), Stream.ofNullable(content.text())).toList();
        return new Message(
                mid, origin, content.withText(text), timestamp, reactions, before, unsent);
    }

    Message withdrawn() {
        return new Message(mid, origin, content, timestamp, reactions, earlier, true);
    }

    /// @param side `person` or `page`; a new reaction replaces this side's previous one
    Message reacted(String side, @Nullable String reaction) {
        var now = new LinkedHashMap<>(reactions);
        now.remove(side);
        if (reaction != null) {
            now.put(side, reaction);
        }
        return new Message(mid, origin, content, timestamp, Map.copyOf(now), earlier, unsent);
    }
}
