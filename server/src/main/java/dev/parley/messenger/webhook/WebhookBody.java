package dev.parley.messenger.webhook;

import static dev.parley.messenger.webhook.WebhookItem.text;

import dev.parley.channel.Address;
import dev.parley.channel.Blob;
import dev.parley.inbox.DeadLetter.Cause;
import dev.parley.inbox.Envelope;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.messenger.webhook.JsonScanner.Elements;
import dev.parley.messenger.webhook.JsonScanner.Members;
import dev.parley.messenger.webhook.JsonScanner.Span;
import dev.parley.platform.StorableText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// Turns the body of a webhook into envelopes. Pure: no table, no clock. Each event is read on its
/// own: one that cannot be read is set aside alone, and does not stop the ones after it.
final class WebhookBody {
    /// The made-up page id that the app dashboard's *Test* button sends.
    private static final String TEST = "0";

    /// A body has at most a thousand events; beyond this many envelopes or strays, what follows is
    /// set aside together. See https://developers.facebook.com/docs/messenger-platform/webhooks
    private static final int MOST_ENVELOPES = 10_000;

    private static final int MOST_STRAYS = 100;

    private static final int LONGEST_QUOTE = 60;

    /// The members of an entry that contain its events.
    static final List<String> PLACES = List.of("messaging", "standby", "changes");

    private static final JsonMapper json = JsonMapper.shared();

    private final byte[] body;
    private final JsonScanner scanner;
    private final Predicate<String> knows;
    private final Instant now;
    private final List<Envelope> envelopes = new ArrayList<>();
    private final List<Stray> strays = new ArrayList<>();

    private WebhookBody(byte[] body, Predicate<String> knows, Instant now) {
        this.body = body;
        this.scanner = new JsonScanner(body);
        this.knows = knows;
        this.now = now;
    }

    /// @param knows whether a page id belongs to the account that the webhook was sent to
    /// @param now is used where the body has no time, or an impossible one
    static Reading read(byte[] body, Predicate<String> knows, Instant now) {
        return new WebhookBody(body, knows, now).read();
    }

    private Reading read() {
        var root = scanner.root();
        if (!scanner.isObject(root)) {
            return new NotJson("The body is not a JSON object");
        }
        var members = scanner.members(root);
        var entries = members.named("entry");
        if (entries.isEmpty() && !root.closed()) {
            return new NotJson("The body ends before its first entry");
        }
        var object = text(scalar(members.last("object")));
        if (!"page".equals(object)) {
            var about = object == null ? null : StorableText.shortened(object, LONGEST_QUOTE);
            strays.add(whole(Cause.NOT_FOR_ENDPOINTS, "Its object is \"%s\"".formatted(about)));
            return new Read(envelopes, strays);
        }
        if (entries.isEmpty()) {
            strays.add(whole(Cause.UNREADABLE, "It has no entry"));
        }
        entries.forEach(this::readEntries);
        readRest(BodyWrapping.OF_ENTRIES, members.rest());
        if (!scanner.isLast(root)) {
            var rest = new Blob(Arrays.copyOfRange(body, root.to(), body.length));
            strays.add(new Stray(null, Cause.UNREADABLE, "It follows after the end", rest));
        }
        return new Read(envelopes, strays);
    }

    private Stray whole(Cause cause, String detail) {
        return new Stray(null, cause, detail, new Blob(body));
    }

    private void readEntries(Span entries) {
        each(entries, BodyWrapping.OF_ENTRIES, this::readEntry);
    }

    /// Reads each element of a list, or the single value in its place. If very many cannot be read,
    /// the later ones are set aside together.
    private void each(Span list, BodyWrapping wrapping, Reader reader) {
        var parts = scanner.isArray(list) ? scanner.elements(list) : Elements.of(list);
        var further = new ArrayList<Span>();
        @Nullable Problem latest = null;
        for (var part : parts.all()) {
            var problem = envelopes.size() < MOST_ENVELOPES ? tryTo(reader, part) : Problem.MANY;
            if (problem != null && strays.size() < MOST_STRAYS && !problem.equals(Problem.MANY)) {
                strays.add(stray(wrapping, problem, List.of(part)));
            } else if (problem != null) {
                further.add(part);
                latest = problem;
            }
        }
        if (latest != null) {
            setAside(wrapping, latest, further);
        }
        readRest(wrapping, parts.rest());
    }

    /// A body of very many lists would have a stray for each: the whole body is set aside instead.
    private void setAside(BodyWrapping wrapping, Problem problem, List<Span> parts) {
        if (strays.size() < 2 * MOST_STRAYS) {
            strays.add(stray(wrapping, problem, parts));
        } else if (strays.size() == 2 * MOST_STRAYS) {
            strays.add(whole(Cause.UNREADABLE, "Very many parts of it cannot be read"));
        }
    }

    /// {@return what is wrong with this part; null if nothing is}
    private static @Nullable Problem tryTo(Reader reader, Span part) {
        try {
            return reader.read(part);
        } catch (StreamConstraintsException failure) {
            return Problem.unreadable(failure.getOriginalMessage());
        } catch (JacksonException _) {
            // Its message would quote the content.
            return Problem.unreadable("It is not valid JSON");
        }
    }

    private void readRest(BodyWrapping wrapping, @Nullable Span rest) {
        if (rest != null) {
            var problem = Problem.unreadable("From here on it cannot be split into parts");
            setAside(wrapping, problem, List.of(rest));
        }
    }

    private Stray stray(BodyWrapping wrapping, Problem problem, List<Span> parts) {
        return new Stray(
                problem.page == null ? wrapping.page() : problem.page,
                problem.cause,
                problem.detail,
                new Blob(wrapping.around(body, parts)));
    }

    private @Nullable Problem readEntry(Span span) {
        if (!scanner.isObject(span)) {
            return Problem.unreadable("An entry is not an object");
        }
        var members = scanner.members(span);
        var page = Objects.requireNonNullElse(text(scalar(members.last("id"))), "");
        if (page.length() > Address.LONGEST_ID) {
            return Problem.unreadable("An id in it is too long");
        }
        if (page.equals(TEST) && members.last("changes") != null) {
            readTest(members);
        } else if (knows.test(page)) {
            return readEntry(span, members, page);
        } else {
            var detail = "Page %s has no messaging account".formatted(page);
            return new Problem(page, Cause.UNKNOWN_ENDPOINT, detail);
        }
        return null;
    }

    private void readTest(Members members) {
        var wrapping = new BodyWrapping(TEST, null, "changes");
        members.named("changes")
                .forEach(list ->
                        each(
                                list,
                                wrapping,
                                part -> {
                                    envelopes.add(changed(node(part), TEST, now));
                                    return null;
                                }));
    }

    private @Nullable Problem readEntry(Span span, Members members, String page) {
        var at = WebhookItem.time(scalar(members.last("time")));
        for (var place : PLACES) {
            var wrapping = new BodyWrapping(page, at, place);
            members.named(place)
                    .forEach(list ->
                            each(list, wrapping, part -> readItem(node(part), place, page, at)));
        }
        if (members.rest() != null) {
            readRest(new BodyWrapping(page, at, null), members.rest());
        } else if (PLACES.stream().allMatch(place -> members.last(place) == null)) {
            envelopes.add(empty(node(span), page, at == null ? now : at));
        }
        return null;
    }

    private @Nullable Problem readItem(
            JsonNode node, String place, String page, @Nullable Instant at) {
        if (!place.equals("changes")) {
            return readEvent(node, place, page, at);
        }
        var value = node.path("value");
        if (new WebhookItem(value).isOfAConversation()) {
            // An event that belongs in `messaging` may be sent as a change.
            var standby = "standby".equals(text(node.path("field")));
            return readEvent(value, standby ? "standby" : "messaging", page, at);
        }
        envelopes.add(changed(node, page, at == null ? now : at));
        return null;
    }

    private @Nullable Problem readEvent(
            JsonNode node, String place, String page, @Nullable Instant at) {
        var item = new WebhookItem(node);
        var person = item.person(page);
        if (person.length() > Address.LONGEST_ID) {
            return Problem.unreadable("An id in it is too long");
        }
        var kind = place.equals("messaging") ? item.kind() : place + "." + item.kind();
        envelopes.add(
                new Envelope(
                        item.key(place, person),
                        new Address(FacebookChannel.KIND, page, person),
                        kind,
                        item.at(at, now),
                        StorableText.clean(node.toString())));
        return null;
    }

    /// A change to a page that is not the action of a person: it is stored, but not acted on.
    private static Envelope changed(JsonNode change, String page, Instant at) {
        var field = text(change.path("field"));
        return new Envelope(
                new WebhookItem(change).key("changes", ""),
                new Address(FacebookChannel.KIND, page, ""),
                "changes." + (field == null ? null : StorableText.shortened(field, LONGEST_QUOTE)),
                at,
                StorableText.clean(change.toString()));
    }

    private static Envelope empty(JsonNode entry, String page, Instant at) {
        return new Envelope(
                new WebhookItem(entry).key("entry", ""),
                new Address(FacebookChannel.KIND, page, ""),
                "nothing",
                at,
                StorableText.clean(entry.toString()));
    }

    private JsonNode node(Span part) {
        return json.readTree(body, part.from(), part.length());
    }

    /// {@return the scalar value of this part; missing if it is anything else}
    private JsonNode scalar(@Nullable Span part) {
        if (part == null || scanner.isObject(part) || scanner.isArray(part)) {
            return MissingNode.getInstance();
        }
        try {
            return json.readTree(body, part.from(), part.length());
        } catch (JacksonException _) {
            return MissingNode.getInstance();
        }
    }

    private interface Reader {
        /// {@return what is wrong with this part; null if nothing is}
        @Nullable Problem read(Span part);
    }

    /// @param page null if it is known already, or unknown
    private record Problem(@Nullable String page, Cause cause, String detail) {
        static final Problem MANY = unreadable("It follows too many others in its body");

        static Problem unreadable(String detail) {
            return new Problem(null, Cause.UNREADABLE, detail);
        }
    }

    /// The result of reading a body.
    sealed interface Reading {}

    record NotJson(String detail) implements Reading {}

    /// @param strays the parts that cannot become envelopes
    record Read(List<Envelope> envelopes, List<Stray> strays) implements Reading {}

    /// @param page the page that it names; null when it names none
    /// @param body a body with nothing else in it, which can be processed again
    record Stray(@Nullable String page, Cause cause, String detail, Blob body) {}
}
