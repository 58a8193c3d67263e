package dev.parley.simulator.graph;

import dev.parley.simulator.fault.SendFault;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An error in Meta's format. Clients should rely on code and subcode, never on the message.
///
/// @param isTransient what Meta calls transient
public record GraphError(
        int status,
        int code,
        @Nullable Integer subcode,
        String type,
        String message,
        boolean isTransient) {
    public static GraphError of(int code, String message) {
        return new GraphError(400, code, null, "OAuthException", message, false);
    }

    public static GraphError of(int code, int subcode, String message) {
        return new GraphError(400, code, subcode, "OAuthException", message, false);
    }

    public static GraphError method(int code, @Nullable Integer subcode, String message) {
        return new GraphError(400, code, subcode, "GraphMethodException", message, false);
    }

    public static GraphError of(SendFault.Refuse refuse) {
        return new GraphError(
                refuse.status(),
                refuse.code(),
                refuse.subcode(),
                refuse.type(),
                refuse.message(),
                refuse.isTransient());
    }

    public Map<String, Object> body(String trace) {
        var error = new LinkedHashMap<String, Object>();
        error.put("message", message);
        error.put("type", type);
        error.put("code", code);
        if (subcode != null) {
            error.put("error_subcode", subcode);
        }
        if (isTransient) {
            error.put("is_transient", true);
        }
        error.put("fbtrace_id", trace);
        return Map.of("error", error);
    }
}
