package dev.parley.simulator.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Pages of long lists. A cursor is the number of elements to skip; like Graph's cursors, it is
/// opaque to clients.
public final class Paging {
    private Paging() {}

    /// {@return the requested part}
    public static <T> List<T> part(List<T> all, GraphCall call, int usual) {
        return all.stream()
                .skip(number(call, "after", 0))
                .limit(Math.max(1, number(call, "limit", usual)))
                .toList();
    }

    /// {@return the part with the URL of the next one, if any}
    public static Map<String, Object> answer(
            List<Map<String, Object>> part, GraphCall call, int size) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("data", part);
        if (part.isEmpty()) {
            return answer;
        }
        var from = number(call, "after", 0);
        var next = from + part.size();
        var paging = new LinkedHashMap<String, Object>();
        paging.put(
                "cursors",
                Map.of("before", Integer.toString(from), "after", Integer.toString(next)));
        if (next < size) {
            paging.put("next", nextAddress(call, next));
        }
        answer.put("paging", paging);
        return answer;
    }

    private static String nextAddress(GraphCall call, int next) {
        var values = new LinkedHashMap<String, String>();
        call.parameters().forEach((name, value) -> values.put(name, plain(value)));
        Optional.ofNullable(call.token()).ifPresent(token -> values.put("access_token", token));
        values.put("after", Integer.toString(next));
        return values.entrySet().stream()
                .map(value -> encoded(value.getKey()) + "=" + encoded(value.getValue()))
                .collect(Collectors.joining("&", call.base() + call.path() + "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static String plain(JsonNode value) {
        return value.isContainer() ? value.toString() : value.asString("");
    }

    private static int number(GraphCall call, String name, int otherwise) {
        return call.text(name)
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .orElse(otherwise);
    }
}
