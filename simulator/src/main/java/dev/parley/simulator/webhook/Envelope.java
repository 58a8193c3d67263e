package dev.parley.simulator.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.simulator.fault.Faults;
import dev.parley.simulator.fault.WebhookFault.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/// Creates the body of one POST from events, with the anomalies that are set.
@Component
class Envelope {
    private static final Set<String> IDS =
            Set.of("id", "app_id", "sticker_id", "previous_owner_app_id", "new_owner_app_id");
    private static final Set<String> TIMES = Set.of("time", "timestamp", "watermark");
    private static final String MARK = "\ufeff";

    private final Faults faults;

    Envelope(Faults faults) {
        this.faults = faults;
    }

    byte[] bytes(List<AppEvent> appEvents, long now) {
        var first = appEvents.getFirst();
        var entries = new ArrayList<Map<String, Object>>();
        if (hits(Kind.EMPTY_ENTRY, first)) {
            entries.add(entry(first, now));
        }
        appEvents.forEach(appEvent -> entries.add(full(appEvent, now)));
        var body = new LinkedHashMap<String, Object>();
        body.put("object", "page");
        body.put("entry", entries);
        var bytes = MetaJson.bytes(withAnomalies(body, first));
        return hits(Kind.BYTE_ORDER_MARK, first) ? marked(bytes) : bytes;
    }

    private static Map<String, Object> full(AppEvent appEvent, long now) {
        var entry = entry(appEvent, now);
        entry.put(appEvent.place(), List.of(appEvent.item()));
        return entry;
    }

    private static Map<String, Object> entry(AppEvent appEvent, long now) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("id", appEvent.page().id());
        entry.put("time", now);
        return entry;
    }

    private Object withAnomalies(Object body, AppEvent appEvent) {
        var all = body;
        if (hits(Kind.IDS_AS_NUMBERS, appEvent)) {
            all = changed(all, Envelope::number);
        }
        if (hits(Kind.SECONDS_FOR_MILLIS, appEvent)) {
            all = changed(all, Envelope::seconds);
        }
        return hits(Kind.UNKNOWN_FIELDS, appEvent) ? withUnknownFields(all) : all;
    }

    private static Object number(String key, Object value) {
        return IDS.contains(key) && value instanceof String text && text.matches("\\d{1,18}")
                ? (Object) Long.parseLong(text)
                : value;
    }

    private static Object seconds(String key, Object value) {
        return TIMES.contains(key) && value instanceof Long millis
                ? (Object) (millis / 1000)
                : value;
    }

    /// {@return the same with the change applied to every value of a key}
    private static Object changed(Object node, BiFunction<String, Object, Object> change) {
        return switch (node) {
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<String, Object>();
                map.forEach((key, value) -> {
                    var name = key.toString();
                    copy.put(name, change.apply(name, changed(value, change)));
                });
                yield copy;
            }
            case List<?> list -> list.stream().map(one -> changed(one, change)).toList();
            default -> node;
        };
    }

    /// {@return the same with an unknown key in every object}
    private static Object withUnknownFields(Object node) {
        return switch (node) {
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<String, Object>();
                copy.put("fresh_from_meta", Map.of("version", 1, "list", List.of("a", 2)));
                map.forEach((key, value) -> copy.put(key.toString(), withUnknownFields(value)));
                yield copy;
            }
            case List<?> list -> list.stream().map(Envelope::withUnknownFields).toList();
            default -> node;
        };
    }

    private static byte[] marked(byte[] bytes) {
        return (MARK + new String(bytes, UTF_8)).getBytes(UTF_8);
    }

    private boolean hits(Kind kind, AppEvent appEvent) {
        return faults.hit(kind, appEvent.page(), appEvent.field()).isPresent();
    }
}
