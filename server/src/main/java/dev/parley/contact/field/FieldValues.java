package dev.parley.contact.field;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The values of all fields of one contact.
///
/// @param byKey never blank; in the form of their [FieldType]; a field without a value is missing
public record FieldValues(Map<String, String> byKey) {
    public static final FieldValues NONE = new FieldValues(Map.of());

    public FieldValues {
        byKey = Collections.unmodifiableMap(new TreeMap<>(byKey));
    }

    /// {@return the value of the field with this key; empty for none}
    public String of(String key) {
        return byKey.getOrDefault(key, "");
    }

    /// {@return these values, and those of the other for fields that have none here}
    public FieldValues completedBy(FieldValues other) {
        var all = new TreeMap<>(other.byKey);
        all.putAll(byKey);
        return new FieldValues(all);
    }

    /// {@return the keys of the fields whose values differ}
    public Set<String> differences(FieldValues other) {
        var keys = new TreeSet<>(byKey.keySet());
        keys.addAll(other.byKey.keySet());
        keys.removeIf(key -> of(key).equals(other.of(key)));
        return keys;
    }
}
