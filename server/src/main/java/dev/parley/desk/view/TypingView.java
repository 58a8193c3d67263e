package dev.parley.desk.view;

import java.time.Instant;
import java.util.List;

/// The colleagues who are typing in a conversation.
public record TypingView(List<Line> lines) {
    public TypingView {
        lines = List.copyOf(lines);
    }

    /// A colleague.
    ///
    /// @param note whether it is an internal note, not a reply
    /// @param until when it is no longer shown, unless the colleague types on
    public record Line(String name, boolean note, Instant until) {}
}
