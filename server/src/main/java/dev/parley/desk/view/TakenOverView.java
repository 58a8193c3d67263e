package dev.parley.desk.view;

import java.time.Instant;
import java.util.List;

/// The conversations that colleagues took over from this user, until the user has seen it.
///
/// @param more whether there are others
public record TakenOverView(List<Line> lines, boolean more) {
    public TakenOverView {
        lines = List.copyOf(lines);
    }

    /// A conversation.
    ///
    /// @param number of the conversation
    /// @param by the name of the colleague
    /// @param drafted whether this user has a draft in it, which is kept
    public record Line(String customerName, long number, String by, Instant at, boolean drafted) {}
}
