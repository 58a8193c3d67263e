package dev.parley.simulator.graph.send;

import static dev.parley.simulator.graph.Limits.when;

import dev.parley.simulator.graph.GraphError;
import dev.parley.simulator.graph.GraphErrors;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Whether a send is well formed, whoever it goes to.
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
                    Parameters::action,
                    Parameters::messagingType,
                    Parameters::notification,
                    Parameters::text,
                    Parameters::metadata,
                    QuickReplies::objection,
                    Parameters::attachmentType,
                    Parameters::attachmentUrl,
                    Templates::objection);

    private Parameters() {}

    static Optional<GraphError> objection(Send send) {
        return CHECKS.stream().flatMap(check -> check.apply(send).stream()).findFirst();
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
                .filter(type -> !MESSAGING_TYPES.contains(type))
                .map(_ ->
                        GraphErrors.notOneOf("messaging_type", String.join(", ", MESSAGING_TYPES)));
    }

    private static Optional<GraphError> text(Send send) {
        var text = send.text() == null ? "" : send.text();
        if (text.length() > LONGEST_TEXT) {
            return Optional.of(GraphErrors.tooLong("message[text]", LONGEST_TEXT));
        }
        if (!text.isBlank()) {
            return when(send.attachment().isObject(), GraphErrors.INVALID_DATA);
        }
        var elsewhere = send.attachment().isObject() || send.message().has("sticker_id");
        return when(!elsewhere && !send.isAction(), GraphErrors.EMPTY);
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

    private static Optional<GraphError> attachmentUrl(Send send) {
        return Optional.of(send.attachment().path("payload").path("url"))
                .map(url -> url.asString(""))
                .filter(url -> !url.isEmpty() && !isUrl(url))
                .map(GraphErrors::notAUrl);
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
