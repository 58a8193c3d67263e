package dev.parley.simulator.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The fields that a call requests: `id,messages.limit(5){id,from}`.
///
/// @param most the maximum number of elements of a list
public record FieldList(Map<String, FieldList> fields, int most) {
    private static final Pattern LIMIT = Pattern.compile("\\.limit\\((\\d{1,6})\\)");

    private static final int DEEPEST = 8;

    /// {@return the fields of this type that the call requests}
    public static FieldList of(GraphCall call, NodeType type, String otherwise) {
        var wanted = String.join(",", call.list("fields"));
        var list = parse(wanted.isBlank() ? otherwise : wanted);
        GraphRefusal.ifAny(type.objection(list));
        return list;
    }

    private static FieldList parse(String text) {
        return new Reading(text).whole();
    }

    FieldList upTo(int limit) {
        return new FieldList(fields, limit);
    }

    /// {@return the requested fields, and the id, which is always included}
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

    /// Parses from left to right; of the modifiers after a name, only the limit is supported.
    private static final class Reading {
        private final String text;
        private int at;

        Reading(String text) {
            this.text = text;
        }

        FieldList whole() {
            var list = list(0);
            if (at < text.length()) {
                throw wrong();
            }
            return list;
        }

        private FieldList list(int depth) {
            var fields = new LinkedHashMap<String, FieldList>();
            while (at < text.length() && text.charAt(at) != '}') {
                var name = name();
                var inner = inner(depth).upTo(limit(name));
                var plain = name.replaceAll("(?s)\\..*", "");
                if (!plain.isEmpty()) {
                    fields.put(plain, inner);
                }
                skip(',');
            }
            return new FieldList(fields, Integer.MAX_VALUE);
        }

        private FieldList inner(int depth) {
            if (!skip('{')) {
                return new FieldList(Map.of(), Integer.MAX_VALUE);
            }
            if (depth > DEEPEST) {
                throw wrong();
            }
            var list = list(depth + 1);
            if (!skip('}')) {
                throw wrong();
            }
            return list;
        }

        private GraphRefusal wrong() {
            return new GraphRefusal(
                    GraphErrors.syntax(text.substring(0, Math.min(text.length(), 200)), at));
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
