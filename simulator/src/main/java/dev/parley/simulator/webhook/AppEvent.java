package dev.parley.simulator.webhook;

import dev.parley.simulator.world.App;
import dev.parley.simulator.world.Page;
import dev.parley.simulator.world.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One event for one app, as an item in Meta's format.
///
/// @param person the person whom it is about; null if it concerns only the page
/// @param place the list of the entry that contains it: messaging, standby or changes
public record AppEvent(
        App app,
        Page page,
        @Nullable Person person,
        String field,
        String place,
        Map<String, Object> item) {
    public static final String MESSAGING = "messaging";
    static final String STANDBY = "standby";
    public static final String CHANGES = "changes";

    private static final List<String> WITH_MID =
            List.of("message", "postback", "reaction", "message_edit");

    /// {@return the same event without its content, of which the body of its webhook has a copy}
    AppEvent withoutContent() {
        var names = LinkedHashMap.<String, Object>newLinkedHashMap(1);
        item.forEach((name, value) -> {
            if (!Payloads.HEAD.contains(name)) {
                names.put(name, withoutContent(value));
            }
        });
        return new AppEvent(app, page, person, field, place, names);
    }

    private static Object withoutContent(@Nullable Object value) {
        var mid = value instanceof Map<?, ?> map ? map.get("mid") : null;
        return mid == null ? Map.of() : Map.of("mid", mid);
    }

    /// {@return the event's key in the item, or its field if it has none}
    public String key() {
        return item.keySet().stream()
                .filter(_ -> !place.equals(CHANGES))
                .filter(key -> !Payloads.HEAD.contains(key))
                .findFirst()
                .orElse(field);
    }

    /// {@return the id of the message that the event is about}
    public Optional<String> mid() {
        return WITH_MID.stream()
                .map(item::get)
                .flatMap(value -> value instanceof Map<?, ?> map ? Stream.of(map) : Stream.of())
                .map(map -> map.get("mid"))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .findFirst();
    }

    public @Nullable String psid() {
        return person == null ? null : person.psid(page);
    }

    boolean isEchoOf(String mid) {
        return field.equals("message_echoes") && mid().filter(mid::equals).isPresent();
    }
}
