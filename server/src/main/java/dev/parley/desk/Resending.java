package dev.parley.desk;

import dev.parley.channel.ReplyWindow;
import dev.parley.conversation.Message;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether it helps to send a message again that failed. It does not where the message itself was
/// the reason, nor before the person has come back who could not be reached.
///
/// @param open whether this agent could write to the customer now
/// @param acted when the customer did something last
record Resending(boolean open, ReplyWindow window, @Nullable Instant acted) {
    /// So it would be each time.
    private static final Set<String> THE_MESSAGE =
            Set.of(
                    "request",
                    "empty",
                    "template",
                    "marketing",
                    "repeated",
                    "fileType",
                    "fileTooLarge",
                    "fileGone",
                    "retiredTag",
                    "retired",
                    "commerce",
                    "comment",
                    "gone",
                    "calling",
                    "instagram",
                    "profile",
                    "handover");

    private static final Set<String> THE_PERSON = Set.of("unreachable", "privacy");

    boolean helps(Message message) {
        var cause = message.cause();
        if (!open || cause == null) {
            return open;
        }
        if (THE_PERSON.contains(cause)) {
            return acted != null && acted.isAfter(message.sentAt());
        }
        return !THE_MESSAGE.contains(cause)
                && (!cause.equals("tag") || window instanceof ReplyWindow.Open);
    }
}
