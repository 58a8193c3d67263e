package dev.parley.platform.web;

import dev.parley.platform.Ids;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// The submitted fields of a form, as typed. A controller takes it as an argument, so that a form
/// that is shown again contains all input. A value that the form does not offer counts as not
/// chosen.
///
/// @param fields by name; a field that was not sent is missing
public record FormInput(Map<String, List<String>> fields) {
    public FormInput {
        fields = Map.copyOf(fields);
    }

    /// {@return whether the form had this field}
    public boolean has(String name) {
        return fields.containsKey(name);
    }

    /// {@return the text without surrounding blanks; empty if there is none}
    public String text(String name) {
        return verbatim(name).strip();
    }

    /// {@return the text with its surrounding blanks, for passwords; empty if there is none}
    public String verbatim(String name) {
        var all = all(name);
        return all.isEmpty() ? "" : all.getFirst();
    }

    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /// {@return whether `true` was chosen}
    public boolean flag(String name) {
        return text(name).equals("true");
    }

    /// {@return the whole number; 0 if there is none}
    public int number(String name) {
        var text = text(name);
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    public Optional<UUID> id(String name) {
        return Ids.read(text(name));
    }

    public Set<UUID> ids(String name) {
        return all(name).stream()
                .flatMap(typed -> Ids.read(typed).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    public <E extends Enum<E>> Optional<E> one(String name, Class<E> kind) {
        return named(text(name), kind);
    }

    public <E extends Enum<E>> Set<E> some(String name, Class<E> kind) {
        return all(name).stream()
                .map(typed -> named(typed.strip(), kind))
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(kind)));
    }

    private static <E extends Enum<E>> Optional<E> named(String name, Class<E> kind) {
        return Arrays.stream(kind.getEnumConstants())
                .filter(one -> one.name().equals(name))
                .findFirst();
    }
}
