package dev.parley.platform.web;

import java.util.LinkedHashMap;
import java.util.Map;

/// The problems of a form, as messages by field.
public record Problems(Map<String, String> byField) {
    public static final Problems NONE = new Problems(Map.of());

    private static final String FORM = "";

    public Problems {
        byField = Map.copyOf(byField);
    }

    public static Problems with(String field, String words) {
        return new Problems(Map.of(field, words));
    }

    /// A problem of the form as a whole.
    public static Problems ofForm(String words) {
        return with(FORM, words);
    }

    /// {@return the message for the form as a whole; empty for none}
    public String ofForm() {
        return of(FORM);
    }

    /// {@return the message for that field; empty for none}
    public String of(String field) {
        return byField.getOrDefault(field, "");
    }

    public boolean isEmpty() {
        return byField.isEmpty();
    }

    /// {@return the problems of both}
    public Problems merge(Problems others) {
        var all = new LinkedHashMap<>(byField);
        all.putAll(others.byField);
        return new Problems(all);
    }
}
