package dev.parley.simulator.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The fields that a call asks for: `id,messages.limit(5){id,from}`.
///
/// @param most how many of a list are wanted
public record FieldList(Map<String, FieldList> fields, int most) {
    private static final Pattern LIMIT = Pattern.compile("\\.limit\\((\\d{1,6})\\)");

    public static FieldList parse(String text) {
        return new Reading(text).list();
    }

    FieldList upTo(int limit) {
        return new FieldList(fields, limit);
    }

    /// {@return what was asked for, and the id, which always comes}
    public Map<String, Object> pick(Map<String, Object> all) {
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
        return switch (value) {
            case Map<?, ?> map when map.get("data") instanceof List<?> data -> {
                var copy = named(map);
                copy.put("data", data.stream().limit(most).map(this::pickFrom).toList());
                yield copy;
            }
            case Map<?, ?> map when !fields.isEmpty() -> pick(named(map));
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

    /// Reads from left to right; of what follows a name with a point, only a limit is understood.
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
                fields.put(name.replaceAll("\\..*", ""), inner().upTo(limit(name)));
                skip(',');
            }
            skip('}');
            return new FieldList(fields, Integer.MAX_VALUE);
        }

        private FieldList inner() {
            return skip('{') ? list() : new FieldList(Map.of(), Integer.MAX_VALUE);
        }

        private static int limit(String name) {
            var limit = LIMIT.matcher(name);
            return limit.find() ? Integer.parseInt(limit.group(1)) : Integer.MAX_VALUE;
        }

        private String name() {
            var from = at;
            while (at < text.length() && ",{}".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(from, at).strip();
        }

        private boolean skip(char wanted) {
            var there = at < text.length() && text.charAt(at) == wanted;
            at += there ? 1 : 0;
            return there;
        }
    }
}
