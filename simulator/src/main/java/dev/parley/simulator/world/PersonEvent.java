package dev.parley.simulator.world;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An action of a person other than a message, in Meta's format.
///
/// @param field by which an app subscribes to it
/// @param key its key in the event
/// @param note the kind of note that it adds to the thread, if any
/// @param about the text of that note
public record PersonEvent(
        String field, String key, Map<String, Object> value, @Nullable String note, String about) {
    public PersonEvent {
        value = Map.copyOf(value);
    }

    Optional<ThreadNote> note(long at) {
        return Optional.ofNullable(note).map(kind -> new ThreadNote(at, kind, about));
    }
}
