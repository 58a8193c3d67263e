package dev.parley.simulator.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/// Long lists in parts. A cursor is the number of things to leave out, as Graph's cursors are not
/// to be understood either.
public final class Paging {
    private Paging() {}

    /// {@return the part that the call asks for}
    public static <T> List<T> part(List<T> all, GraphCall call, int usual) {
        return all.stream()
                .skip(number(call, "after", 0))
                .limit(Math.max(1, number(call, "limit", usual)))
                .toList();
    }

    /// {@return the part with the address of the next one, if there is one}
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
        var address = UriComponentsBuilder.fromUriString(call.base()).path(call.path());
        var values = new LinkedHashMap<String, Object>();
        call.parameters().forEach((name, value) -> values.put(name, value.asString()));
        Optional.ofNullable(call.token()).ifPresent(token -> values.put("access_token", token));
        values.put("after", next);
        values.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }

    private static int number(GraphCall call, String name, int otherwise) {
        return call.text(name)
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .orElse(otherwise);
    }
}
