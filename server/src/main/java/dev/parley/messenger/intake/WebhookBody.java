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

/// Turns the body of a webhook into envelopes. Pure: no table, no clock. Nothing in one event can
/// stop the ones after it.
final class WebhookBody {
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

    /// The app dashboard's *Test* button sends what belongs into `messaging` as a change.
    private static void readChange(JsonNode change, String page, Instant at, Read found) {
        var value = change.path("value");
        var field = Item.text(change.path("field"));
        if (value.has("sender") && value.has("message")) {
            readItem(value, "messaging", page, at, found);
        } else {
            var item = new Item(change);
            found.envelopes.add(
                    new Envelope(
                            item.key("changes", ""),
                            new Address(ChannelKind.FACEBOOK, page, ""),
                            "changes." + field,
                            at,
                            change.toString()));
        }
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
