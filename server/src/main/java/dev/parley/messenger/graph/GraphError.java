package dev.parley.messenger.graph;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What Meta said when it said no (messenger-platform 2.6). Only code and subcode decide anything:
/// the words are for people, and come in many languages. Meta quotes keys that it cannot read; here
/// they are masked.
record GraphError(int code, int subcode, String message) {
    private static final JsonMapper json = JsonMapper.shared();
    private static final int LONGEST = 500;

    /// {@return the error in this body; null where it holds none, as from a proxy on the way}
    ///
    /// @param keys that were asked with
    static @Nullable GraphError in(byte[] body, Keys keys) {
        try {
            return in(json.readTree(body), keys);
        } catch (JacksonException _) {
            return null;
        }
    }

    private static @Nullable GraphError in(@Nullable JsonNode body, Keys keys) {
        var error = body == null ? null : body.path("error");
        if (error == null || !error.path("code").isNumber()) {
            return null;
        }
        return new GraphError(
                error.path("code").asInt(),
                error.path("error_subcode").asInt(0),
                shortened(keys.mask(error.path("message").asString(""))));
    }

    private static String shortened(String message) {
        return message.length() <= LONGEST ? message : message.substring(0, LONGEST);
    }

    String words() {
        return "%d/%d %s".formatted(code, subcode, message);
    }
}
