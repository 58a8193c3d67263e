package dev.parley.workspace;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was typed.
///
/// @param replyTo the message that it quotes
/// @param replyButtons the titles of the reply buttons below it
public record DraftContent(String text, @Nullable UUID replyTo, List<String> replyButtons) {
    public static final DraftContent NONE = new DraftContent("", null, List.of());

    public DraftContent {
        replyButtons = List.copyOf(replyButtons);
    }

    public boolean isEmpty() {
        return text.isBlank() && replyTo == null && replyButtons.isEmpty();
    }

    /// {@return whether nothing of the other is lost when only this one is kept}
    boolean includes(DraftContent other) {
        return text.contains(other.text.strip())
                && (other.replyTo == null || other.replyTo.equals(replyTo))
                && replyButtons.containsAll(other.replyButtons);
    }
}
