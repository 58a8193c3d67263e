package dev.parley.messenger.graph;

import dev.parley.platform.StorableText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An error of the Graph API. Only code and subcode decide anything: the message is for people, and
/// comes in many languages. Meta quotes keys that it cannot read; they are masked here. See
/// https://developers.facebook.com/docs/messenger-platform/error-codes
record GraphError(int code, int subcode, String message) {
    private static final JsonMapper json = JsonMapper.shared();
    private static final int LONGEST = 500;

    /// {@return the error in this body; null if it has none, such as a response of a proxy}
    ///
    /// @param keys that the request was made with
    static @Nullable GraphError in(byte[] body, PageCredential keys) {
        try {
            return in(json.readTree(body), keys);
        } catch (JacksonException _) {
            return null;
        }
    }

    /// {@return whether this body is a refusal, whatever the status of the response}
    static boolean isRefusal(byte[] body) {
        try {
            var answer = json.readTree(body);
            var success = answer.path("success");
            return isCode(answer.path("error").path("code"))
                    || (success.isBoolean() && !success.asBoolean());
        } catch (JacksonException _) {
            return false;
        }
    }

    private static @Nullable GraphError in(@Nullable JsonNode body, PageCredential keys) {
        var error = body == null ? null : body.path("error");
        if (error == null || !isCode(error.path("code"))) {
            return null;
        }
        return new GraphError(
                Integer.parseInt(error.path("code").asString()),
                error.path("error_subcode").asInt(0),
                shortened(keys.mask(error.path("message").asString(""))));
    }

    private static boolean isCode(JsonNode code) {
        return code.isValueNode() && code.asString("").matches("-?[0-9]{1,9}");
    }

    private static String shortened(String message) {
        return StorableText.shortened(message, LONGEST);
    }

    String description() {
        return "%d/%d %s".formatted(code, subcode, message);
    }
}
