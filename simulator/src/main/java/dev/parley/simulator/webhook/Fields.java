package dev.parley.simulator.webhook;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A JSON object in the making, without the keys that have no value.
final class Fields {
    private final Map<String, Object> map = new LinkedHashMap<>();

    Fields with(String key, @Nullable Object value) {
        if (value != null) {
            map.put(key, value);
        }
        return this;
    }

    Map<String, Object> map() {
        return map;
    }
}
