package dev.parley.simulator.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;

import tools.jackson.databind.json.JsonMapper;

/// JSON in the bytes that Meta sends and signs: ASCII only, the rest as lower-case `\u00e4`, and
/// slashes as `\/`.
final class MetaJson {
    private static final JsonMapper json = new JsonMapper();

    private MetaJson() {}

    static byte[] bytes(Object value) {
        var plain = json.writeValueAsString(value);
        var escaped = new StringBuilder(plain.length() + 64);
        plain.chars().forEach(unit -> append(escaped, (char) unit));
        return escaped.toString().getBytes(US_ASCII);
    }

    /// In JSON neither of these characters occurs outside of strings.
    private static void append(StringBuilder escaped, char unit) {
        if (unit == '/') {
            escaped.append("\\/");
        } else if (unit > '~') {
            escaped.append("\\u%04x".formatted((int) unit));
        } else {
            escaped.append(unit);
        }
    }
}
