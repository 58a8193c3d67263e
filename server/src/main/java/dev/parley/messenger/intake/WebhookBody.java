package dev.parley.messenger.intake;

import dev.parley.channel.Address;
import dev.parley.channel.ChannelKind;
import dev.parley.inbox.DeadLetter.Cause;
import dev.parley.inbox.Envelope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// Turns the body of a webhook into envelopes. Pure: no table, no clock. Nothing in one event can
/// stop the ones after it.
final class WebhookBody {
    /// The page that the app dashboard's *Test* button makes up.
    private static final String TEST = "0";

    private static final JsonMapper json = JsonMapper.shared();

    private WebhookBody() {}

    /// @param knows whether a page id belongs to the account that the webhook came to
    /// @param now stands in where the body tells no time
    static Reading read(byte[] body, Predicate<String> knows, Instant now) {
        JsonNode root;
        try {
            root = json.readTree(withoutByteOrderMark(body));
        } catch (JacksonException failure) {
            return new NotJson(failure.getOriginalMessage());
        }
        if (!root.isObject()) {
            return new NotJson("The body is no JSON object");
        }
        return read(root, knows, now);
    }

    private static Read read(JsonNode root, Predicate<String> knows, Instant now) {
        var found = new Read(new ArrayList<>(), new ArrayList<>());
        var object = Item.text(root.path("object"));
        if (!"page".equals(object)) {
            var page = Item.id(root.path("entry").path(0));
            found.strays.add(
                    new Stray(page, Cause.NOT_FOR_PAGES, "It is about \"%s\"".formatted(object)));
            return found;
        }
        for (var entry : root.path("entry")) {
            readEntry(entry, knows, now, found);
        }
        return found;
    }

    private static void readEntry(
            JsonNode entry, Predicate<String> knows, Instant now, Read found) {
        var page = Item.id(entry);
        if (page.equals(TEST)) {
            entry.path("changes").forEach(change -> found.envelopes.add(told(change, page, now)));
            return;
        }
        if (!knows.test(page)) {
            found.strays.add(
                    new Stray(
                            page,
                            Cause.UNKNOWN_PAGE,
                            "Page %s is in no messaging account".formatted(page)));
            return;
        }
        var entryTime = Item.time(entry.path("time"));
        var at = entryTime == null ? now : entryTime;
        if (!entry.has("messaging") && !entry.has("standby") && !entry.has("changes")) {
            found.envelopes.add(empty(entry, page, at));
        }
        entry.path("messaging").forEach(item -> readItem(item, "messaging", page, at, found));
        entry.path("standby").forEach(item -> readItem(item, "standby", page, at, found));
        entry.path("changes").forEach(change -> readChange(change, page, at, found));
    }

    private static void readItem(JsonNode node, String place, String page, Instant at, Read found) {
        var item = new Item(node);
        var person = item.person(page);
        if (person.length() > Address.LONGEST_ID || page.length() > Address.LONGEST_ID) {
            found.strays.add(new Stray(page, Cause.UNREADABLE, "An id in it is too long"));
            return;
        }
        var kind = place.equals("messaging") ? item.kind() : place + "." + item.kind();
        found.envelopes.add(
                new Envelope(
                        item.key(place, person),
                        new Address(ChannelKind.FACEBOOK, page, person),
                        kind,
                        item.at(at),
                        node.toString()));
    }

    /// What belongs into `messaging` may come as a change.
    private static void readChange(JsonNode change, String page, Instant at, Read found) {
        var value = change.path("value");
        if (value.has("sender") && value.has("message")) {
            readItem(value, "messaging", page, at, found);
        } else {
            found.envelopes.add(told(change, page, at));
        }
    }

    /// Something that a page is told and nobody in particular does: kept, for nobody to act on.
    private static Envelope told(JsonNode change, String page, Instant at) {
        return new Envelope(
                new Item(change).key("changes", ""),
                new Address(ChannelKind.FACEBOOK, page, ""),
                "changes." + Item.text(change.path("field")),
                at,
                change.toString());
    }

    private static Envelope empty(JsonNode entry, String page, Instant at) {
        return new Envelope(
                new Item(entry).key("entry", ""),
                new Address(ChannelKind.FACEBOOK, page, ""),
                "nothing",
                at,
                entry.toString());
    }

    /// {@return the body without what it says of this message, so that the rest may be kept}
    static byte[] without(String mid, byte[] body) {
        try {
            var root = json.readTree(withoutByteOrderMark(body));
            for (var entry : root.path("entry")) {
                for (var place : List.of("messaging", "standby")) {
                    if (entry.path(place) instanceof ArrayNode items) {
                        items.removeIf(item -> isAbout(mid, item));
                    }
                }
            }
            return json.writeValueAsBytes(root);
        } catch (JacksonException _) {
            return new byte[0];
        }
    }

    private static boolean isAbout(String mid, JsonNode item) {
        return item.valueStream().anyMatch(part -> mid.equals(Item.mid(part.path("mid"))));
    }

    private static byte[] withoutByteOrderMark(byte[] body) {
        var marked =
                body.length >= 3
                        && body[0] == (byte) 0xEF
                        && body[1] == (byte) 0xBB
                        && body[2] == (byte) 0xBF;
        return marked ? java.util.Arrays.copyOfRange(body, 3, body.length) : body;
    }

    /// What became of a body.
    sealed interface Reading {}

    record NotJson(String detail) implements Reading {}

    /// @param strays what of it cannot become envelopes
    record Read(List<Envelope> envelopes, List<Stray> strays) implements Reading {}

    /// @param page the page that it names; null when it names none
    record Stray(@Nullable String page, Cause cause, String detail) {}
}
