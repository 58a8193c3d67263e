package dev.parley.admin.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.platform.ChannelSafety;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Formats delivered bodies for display: JSON is indented, and secrets are masked.
public final class Redacted {
    public static final String MASK = "••••";

    private static final JsonMapper json = JsonMapper.shared();

    private static final String SECRET =
            "(?:access_?token|app_?secret|client_?secret|verify_?token|password|authorization)";

    private static final Pattern NAME_OF_SECRET =
            Pattern.compile(".*" + SECRET + ".*|secret|token", Pattern.CASE_INSENSITIVE);

    /// Secrets in a URL, or in invalid JSON.
    private static final Pattern NAMED =
            Pattern.compile(
                    "(" + SECRET + "\\w*[\"']?\\s*[=:]\\s*[\"']?(?:Bearer\\s+)?)[^\"'&\\s,}]+",
                    Pattern.CASE_INSENSITIVE);

    /// The tokens of all channels.
    private static final List<Pattern> TOKENS =
            ChannelSafety.all().stream().map(ChannelSafety::tokens).toList();

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    private Redacted() {}

    public static String body(byte[] bytes) {
        return text(formatted(bytes));
    }

    /// {@return the text without secrets and unprintable characters}
    public static String text(String text) {
        var named = NAMED.matcher(text).replaceAll("$1" + MASK);
        return UNPRINTABLE.matcher(withoutTokens(named)).replaceAll("\ufffd");
    }

    private static String withoutTokens(String text) {
        var masked = text;
        for (var token : TOKENS) {
            masked = token.matcher(masked).replaceAll(MASK);
        }
        return masked;
    }

    private static String formatted(byte[] bytes) {
        try {
            var root = json.readTree(bytes);
            mask(root);
            return root.isContainer()
                    ? json.writerWithDefaultPrettyPrinter().writeValueAsString(root)
                    : new String(bytes, UTF_8);
        } catch (JacksonException _) {
            return new String(bytes, UTF_8);
        }
    }

    private static void mask(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().stream()
                    .filter(field -> NAME_OF_SECRET.matcher(field.getKey()).matches())
                    .forEach(field -> field.setValue(StringNode.valueOf(MASK)));
        }
        node.forEach(Redacted::mask);
    }
}
