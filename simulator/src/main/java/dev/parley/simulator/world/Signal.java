package dev.parley.simulator.world;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Something a person does that is no message, in Meta's words from the start.
///
/// @param field by which an app subscribes to it
/// @param key under which it stands in the event
/// @param note what kind of line it leaves in the thread, if any
/// @param about the words of that line
public record Signal(
        String field, String key, Map<String, Object> value, @Nullable String note, String about) {
    public Signal {
        value = Map.copyOf(value);
    }

    Optional<Note> note(long at) {
        return Optional.ofNullable(note).map(kind -> new Note(at, kind, about));
    }
}
