package dev.parley.messenger.graph;

import dev.parley.channel.Attachment;
import dev.parley.channel.Content;
import dev.parley.messenger.RecordFormats;
import dev.parley.outbox.Courier.Lookup;
import dev.parley.outbox.Courier.Lookup.Entries;
import dev.parley.outbox.Courier.Lookup.Inconclusive;
import dev.parley.outbox.Courier.OutgoingMessage;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

/// Meta's record of sent messages: the Conversations API. It does not return our reference, so a
/// message is recognised by its text and time. See
/// https://developers.facebook.com/docs/graph-api/reference/page/conversations
@Component
class MessageHistory {
    /// How many messages are requested at a time. Meta returns details of the latest 20 only; of
    /// the others, ids and times.
    private static final int REACH = 100;

    private final GraphApi graph;

    MessageHistory(GraphApi graph) {
        this.graph = graph;
    }

    Lookup lookUp(OutgoingMessage outgoing, Instant notBefore, PageCredential keys) {
        try {
            return compare(outgoing, notBefore, latest(outgoing, keys));
        } catch (RestClientException failure) {
            return new Inconclusive("The history could not be read: " + failure.getMessage());
        }
    }

    private List<JsonNode> latest(OutgoingMessage outgoing, PageCredential keys) {
        var answer =
                graph.conversations(
                        outgoing.to().endpoint(),
                        keys.bearer(),
                        keys.proof(),
                        "messenger",
                        outgoing.to().person(),
                        "messages.limit(%d){id,created_time,from,message,attachments}"
                                .formatted(REACH));
        return answer.path("data").path(0).path("messages").path("data").valueStream().toList();
    }

    private static Lookup compare(
            OutgoingMessage outgoing, Instant notBefore, List<JsonNode> latest) {
        var since = latest.stream().filter(message -> !writtenBefore(message, notBefore)).toList();
        if (since.size() >= REACH) {
            return new Inconclusive("The history does not reach back to " + notBefore);
        }
        var withoutDetails = since.stream().filter(message -> !message.has("from"));
        var same =
                since.stream()
                        .filter(message -> isFrom(outgoing.to().endpoint(), message))
                        .filter(message -> hasSameContent(outgoing, message));
        return new Entries(ids(same), ids(withoutDetails));
    }

    private static List<String> ids(Stream<JsonNode> messages) {
        return messages.map(message -> RecordFormats.mid(message.path("id").asString(""))).toList();
    }

    private static boolean isFrom(String page, JsonNode message) {
        return page.equals(message.path("from").path("id").asString(""));
    }

    private static boolean hasSameContent(OutgoingMessage outgoing, JsonNode message) {
        var text = message.path("message").asString("").strip();
        return outgoing.content() instanceof Content.Files(_, var files)
                ? text.isEmpty() && isLike(files.getFirst(), message)
                : text.equals(outgoing.content().text());
    }

    /// Meta may change the name of a file and the size of a picture, but not the kind.
    private static boolean isLike(Attachment file, JsonNode message) {
        var kind = message.at("/attachments/data/0/mime_type").asString("");
        return switch (file.type()) {
            case IMAGE -> kind.startsWith("image/");
            case VIDEO -> kind.startsWith("video/");
            case AUDIO -> kind.startsWith("audio/") || kind.startsWith("video/");
            default -> !kind.isBlank();
        };
    }

    /// Times in the history are whole seconds.
    private static boolean writtenBefore(JsonNode message, Instant instant) {
        var at = RecordFormats.time(message.path("created_time").asString(""));
        return at != null && at.isBefore(instant.minusSeconds(1));
    }
}
