package dev.parley.messenger.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.messenger.webhook.JsonScanner.Span;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Removes from a body everything about one message or one person, whatever else it contains. What
/// cannot be separated from it is removed too.
final class BodyErasure {
    private static final byte[] NOTHING = "null".getBytes(UTF_8);
    private static final JsonMapper json = JsonMapper.shared();

    private final byte[] body;
    private final byte[] id;
    private final Predicate<Span> isAbout;

    private BodyErasure(byte[] body, String id, boolean isMid) {
        this.body = body;
        this.id = id.getBytes(UTF_8);
        this.isAbout = isMid ? part -> isAboutMessage(part, id) : this::names;
    }

    /// {@return the body with `null` in place of each event about this message; empty if the
    /// message is named elsewhere} A reply to the message is not about it.
    static byte[] withoutMessage(String mid, byte[] body) {
        return new BodyErasure(body, mid, true).erased();
    }

    /// {@return the body with `null` in place of each event that names this person; empty if the
    /// person is named elsewhere}
    static byte[] withoutPerson(String person, byte[] body) {
        return new BodyErasure(body, person, false).erased();
    }

    private byte[] erased() {
        var events = events();
        var around = without(events);
        return names(around, 0, around.length)
                ? new byte[0]
                : without(events.stream().filter(isAbout).toList());
    }

    private List<Span> events() {
        var scanner = new JsonScanner(body);
        var root = scanner.root();
        var events = new ArrayList<Span>();
        if (scanner.isObject(root)) {
            scanner.members(root).named("entry").stream()
                    .flatMap(entries -> parts(scanner, entries).stream())
                    .filter(scanner::isObject)
                    .map(scanner::members)
                    .forEach(entry ->
                            WebhookBody.PLACES.forEach(place ->
                                    entry.named(place)
                                            .forEach(list -> events.addAll(parts(scanner, list)))));
        }
        events.sort(Comparator.comparingInt(Span::from));
        return events;
    }

    private static List<Span> parts(JsonScanner scanner, Span list) {
        return scanner.isArray(list) ? scanner.elements(list).all() : List.of(list);
    }

    private byte[] without(List<Span> parts) {
        var left = new ByteArrayOutputStream(body.length);
        var at = 0;
        for (var part : parts) {
            left.write(body, at, part.from() - at);
            left.writeBytes(NOTHING);
            at = part.to();
        }
        left.write(body, at, body.length - at);
        return left.toByteArray();
    }

    private boolean isAboutMessage(Span part, String mid) {
        try {
            var event = json.readTree(body, part.from(), part.length());
            var value = event.path("value");
            return (value.isObject() ? value : event)
                    .valueStream()
                    .anyMatch(about -> mid.equals(WebhookItem.mid(about.path("mid"))));
        } catch (JacksonException _) {
            return names(part);
        }
    }

    private boolean names(Span part) {
        return names(body, part.from(), part.to());
    }

    /// Does not match a part of a longer id.
    private boolean names(byte[] text, int from, int to) {
        for (var at = from; at <= to - id.length; at++) {
            if (isAt(text, at) && !isOfAWord(text, at - 1) && !isOfAWord(text, at + id.length)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAt(byte[] text, int at) {
        for (var place = 0; place < id.length; place++) {
            if (text[at + place] != id[place]) {
                return false;
            }
        }
        return id.length > 0;
    }

    private static boolean isOfAWord(byte[] text, int at) {
        return at >= 0 && at < text.length && Character.isLetterOrDigit(text[at]);
    }
}
