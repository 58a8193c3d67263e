package dev.parley.messenger.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.messenger.webhook.JsonScanner.Span;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Wraps parts of a body in a body of their own, so that they can be processed again without their
/// neighbours. The parts themselves are unchanged, byte for byte.
///
/// @param page whose entry they were in; null if they are entries themselves
/// @param at the time of their entry; null if it had none
/// @param place the list of the entry that they were in; null if they were in none
record BodyWrapping(@Nullable String page, @Nullable Instant at, @Nullable String place) {
    static final BodyWrapping OF_ENTRIES = new BodyWrapping(null, null, null);

    private static final JsonMapper json = JsonMapper.shared();

    byte[] around(byte[] body, List<Span> parts) {
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(before().getBytes(UTF_8));
        var first = true;
        for (var part : parts) {
            if (!first) {
                whole.write(',');
            }
            whole.write(body, part.from(), part.length());
            first = false;
        }
        if (parts.getLast().closed()) {
            whole.writeBytes(after().getBytes(UTF_8));
        }
        return whole.toByteArray();
    }

    private String before() {
        var start = "{\"object\":\"page\",\"entry\":[";
        if (page == null) {
            return start;
        }
        var time = at == null ? "" : ",\"time\":" + at.toEpochMilli();
        var list = place == null ? "," : ",\"%s\":[".formatted(place);
        return start + "{\"id\":" + json.writeValueAsString(page) + time + list;
    }

    private String after() {
        if (page == null) {
            return "]}";
        }
        return place == null ? "}]}" : "]}]}";
    }
}
