package dev.parley.admin.kit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.util.MultiValueMap;

/// Reads what a form sent. What nobody could have chosen in a form of ours counts as not chosen.
public final class FormInput {
    private FormInput() {}

    public static String text(MultiValueMap<String, String> typed, String name) {
        var first = typed.getFirst(name);
        return first == null ? "" : first.strip();
    }

    public static List<String> all(MultiValueMap<String, String> typed, String name) {
        return typed.getOrDefault(name, List.of());
    }

    public static boolean yes(MultiValueMap<String, String> typed, String name) {
        return text(typed, name).equals("true");
    }

    public static int number(MultiValueMap<String, String> typed, String name) {
        var text = text(typed, name);
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    public static <E extends Enum<E>> Optional<E> one(
            MultiValueMap<String, String> typed, String name, Class<E> kind) {
        return named(text(typed, name), kind);
    }

    public static <E extends Enum<E>> Optional<E> named(String name, Class<E> kind) {
        return Arrays.stream(kind.getEnumConstants())
                .filter(one -> one.name().equals(name))
                .findFirst();
    }
}
