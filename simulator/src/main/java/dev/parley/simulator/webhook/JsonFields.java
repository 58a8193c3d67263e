package dev.parley.simulator.webhook;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Builds a JSON object without null values.
final class JsonFields {
    private final Map<String, Object> map = new LinkedHashMap<>();

    JsonFields with(String key, @Nullable Object value) {
        if (value != null) {
            map.put(key, value);
        }
        return this;
    }

    Map<String, Object> map() {
        return map;
    }
}
