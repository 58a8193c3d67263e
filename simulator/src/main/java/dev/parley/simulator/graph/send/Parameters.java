package dev.parley.simulator.graph.send;

import static dev.parley.simulator.graph.FieldLimits.first;
import static dev.parley.simulator.graph.FieldLimits.keys;
import static dev.parley.simulator.graph.FieldLimits.when;

import dev.parley.simulator.graph.GraphError;
import dev.parley.simulator.graph.GraphErrors;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// Checks the parameters of a send, independent of the recipient.
final class Parameters {
    private static final Set<String> ACTIONS =
            Set.of("typing_on", "typing_off", "mark_seen", "react", "unreact");
    private static final Set<String> MESSAGING_TYPES =
            Set.of("RESPONSE", "UPDATE", "MESSAGE_TAG", "UTILITY");
    private static final Set<String> NOTIFICATIONS = Set.of("REGULAR", "SILENT_PUSH", "NO_PUSH");
    private static final Set<String> ATTACHMENT_TYPES =
            Set.of("image", "video", "audio", "file", "template");
    private static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_METADATA = 1000;

    private static final List<Function<Send, Optional<GraphError>>> CHECKS =
            List.of(
                    Parameters::recipient,
                    Parameters::shape,
                    Parameters::action,
                    Parameters::messagingType,
                    Parameters::notification,
                    Parameters::text,
                    Parameters::metadata,
                    QuickReplies::objection,
                    Parameters::attachmentType,
                    Parameters::attachmentPayload,
                    Templates::objection);

    private static final List<Function<Send, Optional<GraphError>>> OF_AN_ATTACHMENT =
            List.of(Parameters::attachmentType, Parameters::media, Parameters::attachmentPayload);

    private static final Set<String> OF_A_RECIPIENT =
            Set.of(
                    "comment_id",
                    "id",
                    "name",
                    "notification_messages_token",
                    "one_time_notif_token",
                    "phone_number",
                    "post_id",
                    "user_ref");

    /// The keys that the simulator supports.
    private static final Set<String> OF_A_MESSAGE =
            Set.of("attachment", "metadata", "quick_replies", "text");

    private Parameters() {}

    static Optional<GraphError> objection(Send send) {
        return objection(CHECKS, send);
    }

    /// {@return why this attachment cannot be stored for later sends}
    static Optional<GraphError> objectionToStoring(Send send) {
        return objection(OF_AN_ATTACHMENT, send);
    }

    private static Optional<GraphError> objection(
            List<Function<Send, Optional<GraphError>>> checks, Send send) {
        return checks.stream().flatMap(check -> check.apply(send).stream()).findFirst();
    }

    private static Optional<GraphError> shape(Send send) {
        var message = send.message();
        return first(
                keys(send.recipient(), "recipient", OF_A_RECIPIENT),
                when(
                        send.hasMessage() && !message.isObject(),
                        GraphErrors.invalid("message", "must be an object")),
                keys(message, "message", OF_A_MESSAGE),
                when(
                        message.path("text").isContainer(),
                        GraphErrors.invalid("message[text]", "must be a string")),
                when(
                        message.path("metadata").isContainer(),
                        GraphErrors.invalid("message[metadata]", "must be a string")),
                when(
                        isPresent(message.path("attachment")) && !send.attachment().isObject(),
                        GraphErrors.invalid("message[attachment]", "must be an object")));
    }

    private static boolean isPresent(JsonNode node) {
        return !node.isMissingNode() && !node.isNull();
    }

    private static Optional<GraphError> media(Send send) {
        return when(
                send.attachment().path("type").asString("").equals("template"),
                GraphErrors.TYPE_UNKNOWN);
    }

    private static Optional<GraphError> recipient(Send send) {
        if (!send.recipient().isObject() || send.recipient().isEmpty()) {
            return Optional.of(GraphErrors.RECIPIENT_MISSING);
        }
        return when(
                !send.isPrivateReply() && !send.psid().matches("\\d{1,20}"),
                GraphErrors.RECIPIENT_INVALID);
    }

    private static Optional<GraphError> action(Send send) {
        if (send.action().isPresent() && !send.isAction()) {
            return Optional.of(GraphErrors.BOTH);
        }
        return send.action()
                .filter(action -> !ACTIONS.contains(action))
                .map(_ -> GraphErrors.notOneOf("sender_action", String.join(", ", ACTIONS)));
    }

    private static Optional<GraphError> messagingType(Send send) {
        return send.messagingType()
                .flatMap(type ->
                        first(
                                when(
                                        !MESSAGING_TYPES.contains(type),
                                        GraphErrors.notOneOf(
                                                "messaging_type",
                                                String.join(", ", MESSAGING_TYPES))),
                                when(
                                        type.equals("UTILITY"),
                                        GraphErrors.missing("message[template]"))));
    }

    private static Optional<GraphError> text(Send send) {
        var text = send.text() == null ? "" : send.text();
        if (text.length() > LONGEST_TEXT) {
            return Optional.of(GraphErrors.tooLong("message[text]", LONGEST_TEXT));
        }
        if (!text.isBlank()) {
            return when(send.attachment().isObject(), GraphErrors.INVALID_DATA);
        }
        return when(!send.attachment().isObject() && !send.isAction(), GraphErrors.EMPTY);
    }

    private static Optional<GraphError> metadata(Send send) {
        var metadata = send.metadata() == null ? "" : send.metadata();
        return when(
                metadata.length() > LONGEST_METADATA,
                GraphErrors.tooLong("message[metadata]", LONGEST_METADATA));
    }

    private static Optional<GraphError> notification(Send send) {
        return send.notification()
                .filter(type -> !NOTIFICATIONS.contains(type))
                .map(_ ->
                        GraphErrors.notOneOf(
                                "notification_type", String.join(", ", NOTIFICATIONS)));
    }

    private static Optional<GraphError> attachmentType(Send send) {
        var type = send.attachment().path("type").asString("");
        return when(
                send.attachment().isObject() && !ATTACHMENT_TYPES.contains(type),
                GraphErrors.TYPE_UNKNOWN);
    }

    private static Optional<GraphError> attachmentPayload(Send send) {
        var payload = send.attachment().path("payload");
        var url = payload.path("url");
        return first(
                when(
                        isPresent(payload) && !payload.isObject(),
                        GraphErrors.invalid("message[attachment][payload]", "must be an object")),
                when(
                        isPresent(url) && isPresent(payload.path("attachment_id")),
                        GraphErrors.INVALID_DATA),
                when(
                        isPresent(url) && !isUrl(url.asString("")),
                        GraphErrors.notAUrl(url.asString(url.toString()))));
    }

    private static boolean isUrl(String text) {
        try {
            var address = URI.create(text);
            return address.getHost() != null
                    && Set.of("http", "https").contains(address.getScheme());
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
