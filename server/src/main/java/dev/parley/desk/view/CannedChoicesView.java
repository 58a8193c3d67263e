package dev.parley.desk.view;

import java.util.List;
import java.util.UUID;

/// The canned answers that match what the agent typed.
///
/// @param more whether there are others
/// @param searched whether the agent typed anything
public record CannedChoicesView(List<Line> lines, boolean more, boolean searched) {
    public CannedChoicesView {
        lines = List.copyOf(lines);
    }

    /// A canned answer.
    ///
    /// @param language its name in the agent's language; empty for the language of the conversation
    /// @param text as it is inserted
    /// @param personal whether it is the agent's own
    public record Line(
            UUID id,
            String title,
            String languageTag,
            String language,
            List<String> tags,
            String text,
            boolean personal) {
        public Line {
            tags = List.copyOf(tags);
        }
    }
}
