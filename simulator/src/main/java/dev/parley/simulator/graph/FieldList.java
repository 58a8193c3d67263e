package dev.parley.simulator.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The fields that a call asks for: `id,messages.limit(5){id,from}`.
record FieldList(Map<String, FieldList> fields) {
    static FieldList parse(String text) {
        return new Reading(text).list();
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    /// {@return what was asked for, and the id, which always comes}
    Map<String, Object> pick(Map<String, Object> all) {
        var picked = new LinkedHashMap<String, Object>();
        all.forEach((name, value) -> {
            var inner = fields.get(name);
            if (inner != null || name.equals("id")) {
                picked.put(name, inner == null ? value : inner.pickFrom(value));
            }
        });
        return picked;
    }

    private Object pickFrom(Object value) {
        if (fields.isEmpty()) {
            return value;
        }
        return switch (value) {
            case Map<?, ?> map when map.get("data") instanceof List<?> data -> {
                var copy = named(map);
                copy.put("data", data.stream().map(this::pickFrom).toList());
                yield copy;
            }
            case Map<?, ?> map -> pick(named(map));
            default -> value;
        };
    }

    private static Map<String, Object> named(Map<?, ?> map) {
        return map.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                entry -> entry.getKey().toString(),
                                Map.Entry::getValue,
                                (one, _) -> one,
                                LinkedHashMap::new));
    }

    /// Reads from left to right; a limit in brackets is passed over.
    private static final class Reading {
        private final String text;
        private int at;

        Reading(String text) {
            this.text = text;
        }

        FieldList list() {
            var fields = new LinkedHashMap<String, FieldList>();
            while (at < text.length() && text.charAt(at) != '}') {
                var name = name();
                fields.put(name, inner());
                skip(',');
            }
            skip('}');
            return new FieldList(fields);
        }

        private FieldList inner() {
            return skip('{') ? list() : new FieldList(Map.of());
        }

        private String name() {
            var from = at;
            while (at < text.length() && ",{}".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(from, at).replaceAll("\\..*", "").strip();
        }

        private boolean skip(char wanted) {
            var there = at < text.length() && text.charAt(at) == wanted;
            at += there ? 1 : 0;
            return there;
        }
    }
}
