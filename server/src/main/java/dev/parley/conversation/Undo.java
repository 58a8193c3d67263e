package dev.parley.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The agent's action that can still be undone.
///
/// @param until when it can no longer be undone
public record Undo(What what, Instant until) {
    /// The action.
    public enum What {
        END,
        CLOSE
    }

    static Optional<Undo> of(Conversation conversation, Duration undoFor, Instant now) {
        return switch (conversation) {
            case Conversation.Closing closing -> Optional.of(new Undo(What.CLOSE, closing.due()));
            case Conversation.WrapUp wrapUp ->
                    Optional.of(new Undo(What.END, wrapUp.since().plus(undoFor)))
                            .filter(undo -> now.isBefore(undo.until()));
            case Conversation.Open _,
                    Conversation.Active _,
                    Conversation.Waiting _,
                    Conversation.Closed _ ->
                    Optional.empty();
        };
    }
}
