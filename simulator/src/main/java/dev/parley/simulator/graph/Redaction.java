package dev.parley.simulator.graph;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Redacts tokens and secrets in the log except for their last four characters, and truncates texts
/// that are longer than a message can be.
public final class Redaction {
    private static final int LONGEST = 4000;

    private static final Set<String> SECRET =
            Set.of(
                    "access_token",
                    "input_token",
                    "fb_exchange_token",
                    "client_secret",
                    "verify_token",
                    "appsecret_proof");

    private static final Pattern SECRET_IN_QUERY =
            Pattern.compile("(" + String.join("|", SECRET) + ")=[^&]*?([^&]{0,4})(?=&|$)");

    private Redaction() {}

    /// {@return the text, truncated}
    public static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    static @Nullable String query(@Nullable String query) {
        return query == null ? null : cut(SECRET_IN_QUERY.matcher(query).replaceAll("$1=…$2"));
    }

    static Map<String, Object> body(GraphCall call) {
        var shown = new LinkedHashMap<String, Object>();
        call.parameters()
                .forEach((name, value) ->
                        shown.put(cut(name), SECRET.contains(name) ? "…" : shown(value)));
        return shown;
    }

    private static Object shown(JsonNode value) {
        var text = value.toString();
        return text.length() <= LONGEST ? value : cut(text);
    }
}
