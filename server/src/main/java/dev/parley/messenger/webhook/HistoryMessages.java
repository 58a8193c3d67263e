package dev.parley.messenger.webhook;

import dev.parley.channel.Address;
import dev.parley.inbox.Envelope;
import dev.parley.messenger.RecordFormats;
import dev.parley.messenger.account.FacebookChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Turns messages of Meta's message history into envelopes. The history has less information than
/// webhooks, so its envelopes have keys of their own: a webhook that arrives later is still
/// processed.
///
/// @param since older messages were delivered
/// @param until newer messages are delivered
public record HistoryMessages(String page, Instant since, Instant until, Instant now) {
    /// The kind of these envelopes.
    static final String KIND = "found";

    /// A message that was not answered for longer than this needs no agent any more.
    private static final Duration CALLS_FOR = Duration.ofHours(24);

    /// Times in the history are whole seconds.
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private static final JsonMapper json = JsonMapper.shared();

    /// {@return an envelope for each message of the time span, oldest first within its
    /// conversation, with the key of the webhook for the same message}
    public List<Envelope> envelopes(List<JsonNode> conversations) {
        return conversations.stream().flatMap(this::ofConversation).toList();
    }

    /// {@return this envelope with its own key}
    public static Envelope named(Envelope found) {
        return new Envelope(
                found.key() + "#" + KIND,
                found.address(),
                found.kind(),
                found.occurredAt(),
                found.payload());
    }

    /// {@return whether all later conversations in the list are older than the time span}
    public boolean coversSpan(List<JsonNode> conversations) {
        return conversations.stream()
                .map(conversation -> time(conversation.path("updated_time")))
                .anyMatch(at -> at != null && at.isBefore(since.minus(A_SECOND)));
    }

    private Stream<Envelope> ofConversation(JsonNode conversation) {
        var person = person(conversation);
        if (person.isEmpty() || person.length() > Address.LONGEST_ID) {
            return Stream.empty();
        }
        var messages = conversation.path("messages").path("data").valueStream().toList();
        var oldestFirst = messages.reversed();
        var address = new Address(FacebookChannel.KIND, page, person);
        return IntStream.range(0, messages.size())
                .filter(place -> isMissed(oldestFirst.get(place)))
                .mapToObj(place -> envelope(address, oldestFirst, place));
    }

    private boolean isMissed(JsonNode message) {
        var at = time(message.path("created_time"));
        return at != null
                && message.has("from")
                && mid(message) != null
                && !at.isBefore(since.minus(A_SECOND))
                && !at.isAfter(until.plus(A_SECOND));
    }

    private Envelope envelope(Address address, List<JsonNode> oldestFirst, int place) {
        var message = oldestFirst.get(place);
        var at = Objects.requireNonNull(time(message.path("created_time")));
        var later = oldestFirst.subList(place + 1, oldestFirst.size());
        var payload = json.createObjectNode();
        payload.put("timestamp", at.toEpochMilli());
        payload.put("ours", isOurs(message));
        payload.put(
                "calls",
                at.isAfter(now.minus(CALLS_FOR)) && later.stream().noneMatch(this::isOurs));
        ofTheSameTime(oldestFirst.subList(0, place), at).forEach(payload.putArray("after")::add);
        ofTheSameTime(later, at).forEach(payload.putArray("before")::add);
        payload.set(KIND, message);
        var key = mid(message) + (isOurs(message) ? "#echo" : "");
        return new Envelope(key, address, KIND, at, payload.toString());
    }

    private static Stream<String> ofTheSameTime(List<JsonNode> messages, Instant at) {
        return messages.stream()
                .filter(one -> at.equals(time(one.path("created_time"))))
                .map(HistoryMessages::mid)
                .filter(Objects::nonNull);
    }

    private boolean isOurs(JsonNode message) {
        return page.equals(WebhookItem.id(message.path("from")));
    }

    private String person(JsonNode conversation) {
        return conversation
                .path("participants")
                .path("data")
                .valueStream()
                .map(WebhookItem::id)
                .filter(id -> !id.isEmpty() && !id.equals(page))
                .findFirst()
                .orElse("");
    }

    /// {@return the id as in webhooks}
    static @Nullable String mid(JsonNode message) {
        var mid = WebhookItem.mid(message.path("id"));
        return mid == null ? null : RecordFormats.mid(mid);
    }

    private static @Nullable Instant time(JsonNode text) {
        return RecordFormats.time(text.asString(""));
    }
}
