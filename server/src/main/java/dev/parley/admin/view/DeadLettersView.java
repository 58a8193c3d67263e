package dev.parley.admin.view;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The list of dead letters.
///
/// @param waiting how many there are, those included that are not shown
/// @param notice in words; empty for none
public record DeadLettersView(List<Line> lines, long waiting, String notice) {
    public DeadLettersView {
        lines = List.copyOf(lines);
    }

    public boolean more() {
        return waiting > lines.size();
    }

    /// One letter.
    ///
    /// @param page its name where it is one of ours, or else its ID; empty where none is named
    /// @param cause in words
    public record Line(
            UUID id, Instant receivedAt, String page, String cause, String detail, String size) {}
}
