package dev.parley.messenger.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Finds the parts of a JSON text by its brackets and quotes alone, whatever they contain, so that
/// a part that cannot be read does not affect the others. Takes linear time, and uses no stack
/// however deep the nesting.
final class JsonScanner {
    private static final JsonMapper json = JsonMapper.shared();

    private final byte[] text;

    JsonScanner(byte[] text) {
        this.text = text;
    }

    /// {@return the single value of the text, after a byte order mark if there is one; empty if
    /// there is none}
    Span root() {
        var marked =
                text.length >= 3
                        && text[0] == (byte) 0xEF
                        && text[1] == (byte) 0xBB
                        && text[2] == (byte) 0xBF;
        var from = blank(marked ? 3 : 0, text.length);
        return from == text.length ? new Span(from, from, true) : value(from, text.length);
    }

    /// {@return whether there are only blanks after this part}
    boolean isLast(Span part) {
        return blank(part.to, text.length) == text.length;
    }

    boolean isObject(Span part) {
        return part.to > part.from && text[part.from] == '{';
    }

    boolean isArray(Span part) {
        return part.to > part.from && text[part.from] == '[';
    }

    Members members(Span object) {
        var all = new ArrayList<Member>();
        var at = object.from + 1;
        while (true) {
            at = separator(at, object.to);
            if (at >= object.to || text[at] == '}') {
                return new Members(all, null);
            }
            var member = member(at, object.to);
            if (member == null) {
                return new Members(all, new Span(at, object.to, false));
            }
            all.add(member);
            at = member.value.to;
        }
    }

    private @Nullable Member member(int from, int limit) {
        var end = text[from] == '"' ? string(from, limit) : -1;
        if (end < 0) {
            return null;
        }
        var colon = blank(end, limit);
        if (colon >= limit || text[colon] != ':') {
            return null;
        }
        var start = blank(colon + 1, limit);
        var value = value(start, limit);
        return value.to == start ? null : new Member(name(from, end), value);
    }

    Elements elements(Span array) {
        var all = new ArrayList<Span>();
        var at = array.from + 1;
        while (true) {
            at = separator(at, array.to);
            if (at >= array.to || text[at] == ']') {
                return new Elements(all, null);
            }
            var element = value(at, array.to);
            if (element.to == at) {
                return new Elements(all, new Span(at, array.to, false));
            }
            all.add(element);
            at = element.to;
        }
    }

    private Span value(int from, int limit) {
        if (from >= limit) {
            return new Span(from, from, false);
        }
        return switch (text[from]) {
            case '{', '[' -> container(from, limit);
            case '"' -> {
                var end = string(from, limit);
                yield end < 0 ? new Span(from, limit, false) : new Span(from, end, true);
            }
            default -> {
                var end = from;
                while (end < limit && !isStructure(text[end])) {
                    end++;
                }
                yield new Span(from, end, true);
            }
        };
    }

    /// A bracket closes its counterpart, and everything that was left open inside.
    private Span container(int from, int limit) {
        var arrays = new BitSet();
        var depth = 0;
        for (var at = from; at < limit; at++) {
            switch (text[at]) {
                case '"' -> {
                    var end = string(at, limit);
                    if (end < 0) {
                        return new Span(from, limit, false);
                    }
                    at = end - 1;
                }
                case '{', '[' -> arrays.set(depth++, text[at] == '[');
                case '}', ']' -> {
                    while (depth > 0 && arrays.get(depth - 1) != (text[at] == ']')) {
                        depth--;
                    }
                    if (depth <= 1) {
                        return new Span(from, at + depth, true);
                    }
                    depth--;
                }
                default -> {}
            }
        }
        return new Span(from, limit, false);
    }

    /// {@return the position after the string that begins here; -1 if it does not end}
    private int string(int from, int limit) {
        for (var at = from + 1; at < limit; at++) {
            if (text[at] == '\\') {
                at++;
            } else if (text[at] == '"') {
                return at + 1;
            }
        }
        return -1;
    }

    private int separator(int from, int limit) {
        var at = blank(from, limit);
        while (at < limit && text[at] == ',') {
            at = blank(at + 1, limit);
        }
        return at;
    }

    private int blank(int from, int limit) {
        var at = from;
        while (at < limit && isBlank(text[at])) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(byte one) {
        return one == ' ' || one == '\n' || one == '\r' || one == '\t';
    }

    private static boolean isStructure(byte one) {
        return switch (one) {
            case ',', ':', '{', '}', '[', ']', '"' -> true;
            default -> isBlank(one);
        };
    }

    private String name(int from, int to) {
        var raw = new String(text, from + 1, to - from - 2, UTF_8);
        try {
            return raw.indexOf('\\') < 0 ? raw : json.readTree(text, from, to - from).asString(raw);
        } catch (JacksonException _) {
            return raw;
        }
    }

    /// A part of the text.
    ///
    /// @param closed whether it ends there; else the text ended first
    record Span(int from, int to, boolean closed) {
        int length() {
            return to - from;
        }
    }

    record Member(String name, Span value) {}

    /// @param rest the part that cannot be split into members; null if there is none
    record Members(List<Member> all, @Nullable Span rest) {
        List<Span> named(String name) {
            return all.stream()
                    .filter(member -> member.name.equals(name))
                    .map(Member::value)
                    .toList();
        }

        /// {@return the last member with this name, as all parsers use it; null if there is none}
        @Nullable Span last(String name) {
            var named = named(name);
            return named.isEmpty() ? null : named.getLast();
        }
    }

    /// @param rest the part that cannot be split into elements; null if there is none
    record Elements(List<Span> all, @Nullable Span rest) {
        /// A single value in place of a list.
        static Elements of(Span alone) {
            return new Elements(List.of(alone), null);
        }
    }
}
