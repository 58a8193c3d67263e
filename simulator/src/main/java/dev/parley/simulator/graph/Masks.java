package dev.parley.simulator.graph;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Keeps tokens and secrets out of the log but for their last four characters.
final class Masks {
    private static final Set<String> SECRET =
            Set.of(
                    "access_token",
                    "input_token",
                    "fb_exchange_token",
                    "client_secret",
                    "verify_token",
                    "appsecret_proof");

    private Masks() {}

    static @Nullable String query(@Nullable String query) {
        return query == null
                ? null
                : query.replaceAll(
                        "(" + String.join("|", SECRET) + ")=[^&]*?([^&]{0,4})(?=&|$)", "$1=…$2");
    }

    static Map<String, Object> body(GraphCall call) {
        var shown = new LinkedHashMap<String, Object>();
        call.parameters()
                .forEach((name, value) -> shown.put(name, SECRET.contains(name) ? "…" : value));
        return shown;
    }
}
