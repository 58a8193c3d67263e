package dev.parley.simulator.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the parameters of a call in all formats that Graph accepts except multipart: in the URL,
/// in a form whose fields can contain JSON, or in a JSON body. Invalid escapes are read literally,
/// as Meta does.
@Component
class ParameterReader {
    /// Only uploads need more.
    private static final int LARGEST = 8 * 1024 * 1024;

    /// How much of an oversized body is read so that the client receives the refusal.
    private static final long MOST_DISCARDED = 128L * 1024 * 1024;

    private final JsonMapper json;

    ParameterReader(JsonMapper json) {
        this.json = json;
    }

    Map<String, JsonNode> read(HttpServletRequest request) throws IOException {
        var names = new ParameterNames(json);
        decode(request.getQueryString(), names);
        var type = request.getContentType();
        var kind = type == null ? "" : type.toLowerCase(Locale.ROOT);
        if (kind.startsWith("multipart/")) {
            return names.all();
        }
        if (kind.contains("json")) {
            return withJson(names, body(request));
        }
        return kind.isEmpty() || kind.startsWith("application/x-www-form-urlencoded")
                ? withForm(names, body(request), kind)
                : names.all();
    }

    private Map<String, JsonNode> withForm(ParameterNames names, byte[] body, String kind) {
        var text = new String(body, UTF_8);
        if (kind.isEmpty() && text.stripLeading().startsWith("{")) {
            return withJson(names, body);
        }
        decode(text.strip(), names);
        return names.all();
    }

    private Map<String, JsonNode> withJson(ParameterNames names, byte[] body) {
        var all = new LinkedHashMap<>(names.all());
        tree(body).properties().forEach(field -> all.put(field.getKey(), field.getValue()));
        return all;
    }

    private JsonNode tree(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException _) {
            throw new GraphRefusal(GraphErrors.BAD_JSON);
        }
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        var in = request.getInputStream();
        var body = in.readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            discard(in);
            throw new GraphRefusal(GraphErrors.TOO_BIG);
        }
        return body;
    }

    private static void discard(InputStream in) throws IOException {
        var some = new byte[64 * 1024];
        var left = MOST_DISCARDED;
        for (var read = in.read(some); read >= 0 && left > 0; read = in.read(some)) {
            left -= read;
        }
    }

    private static void decode(@Nullable String text, ParameterNames names) {
        if (text == null || text.isEmpty()) {
            return;
        }
        for (var pair : text.split("&", -1)) {
            var cut = pair.indexOf('=');
            var name = cut < 0 ? pair : pair.substring(0, cut);
            names.put(decoded(name), cut < 0 ? "" : decoded(pair.substring(cut + 1)));
        }
    }

    /// An invalid escape stays as it is.
    private static String decoded(String text) {
        var from = text.getBytes(UTF_8);
        var to = new ByteArrayOutputStream(from.length);
        for (var at = 0; at < from.length; at++) {
            var value = from[at] == '%' ? escaped(from, at) : -1;
            if (value >= 0) {
                to.write(value);
                at += 2;
            } else {
                to.write(from[at] == '+' ? ' ' : from[at]);
            }
        }
        return to.toString(UTF_8);
    }

    private static int escaped(byte[] text, int at) {
        if (at + 2 >= text.length) {
            return -1;
        }
        var high = Character.digit(text[at + 1], 16);
        var low = Character.digit(text[at + 2], 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
