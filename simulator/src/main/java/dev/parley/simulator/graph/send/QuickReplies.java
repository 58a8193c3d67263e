package dev.parley.simulator.graph.send;

import static dev.parley.simulator.graph.FieldLimits.atMost;
import static dev.parley.simulator.graph.FieldLimits.count;
import static dev.parley.simulator.graph.FieldLimits.each;
import static dev.parley.simulator.graph.FieldLimits.first;
import static dev.parley.simulator.graph.FieldLimits.part;
import static dev.parley.simulator.graph.FieldLimits.text;
import static dev.parley.simulator.graph.FieldLimits.when;

import dev.parley.simulator.graph.GraphError;
import dev.parley.simulator.graph.GraphErrors;
import dev.parley.simulator.world.Choice;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The quick replies of a message.
final class QuickReplies {
    private static final String NAME = "message[quick_replies]";
    private static final Set<String> KINDS = Set.of("text", "user_phone_number", "user_email");
    private static final int MOST = 13;
    private static final int LONGEST_TITLE = 20;
    private static final int LONGEST_PAYLOAD = 1000;

    private QuickReplies() {}

    static Optional<GraphError> objection(Send send) {
        var replies = send.quickReplies();
        if (replies.isMissingNode() || replies.isNull()) {
            return Optional.empty();
        }
        return first(
                when(replies.size() > MOST, GraphErrors.tooLong(NAME, MOST)),
                count(replies, NAME, 1, MOST),
                each(replies, NAME, QuickReplies::one));
    }

    /// A title that is too long is truncated; a payload that is too long is refused.
    private static Optional<GraphError> one(JsonNode reply, String name) {
        var kind = kind(reply);
        if (!KINDS.contains(kind)) {
            return Optional.of(
                    GraphErrors.notOneOf(
                            part(name, "content_type"), "text, user_email, user_phone_number"));
        }
        return kind.equals("text")
                ? first(
                        text(reply, name, "title", Integer.MAX_VALUE),
                        text(reply, name, "payload", LONGEST_PAYLOAD))
                : atMost(reply, name, "payload", LONGEST_PAYLOAD);
    }

    static List<Choice> of(Send send) {
        return send.quickReplies().valueStream().map(QuickReplies::choice).toList();
    }

    /// Messenger itself asks the person for an address or number; the default payload is the title.
    private static Choice choice(JsonNode reply) {
        var title = reply.path("title").asString(kind(reply));
        var image = reply.path("image_url");
        return new Choice(
                title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title,
                reply.path("payload").asString(title),
                image.isString() ? image.asString() : null);
    }

    private static String kind(JsonNode reply) {
        return reply.path("content_type").asString("text");
    }
}
