package dev.parley.admin.view;

import dev.parley.admin.kit.Choice;
import dev.parley.admin.kit.Listing;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The list of dead letters.
///
/// @param all how many of these there are, those included that are not shown
/// @param causes what the list can be narrowed to
/// @param notice in words; empty for none
/// @param warning in words; empty for none
public record DeadLettersView(
        Listing listing,
        List<Line> lines,
        long all,
        List<Choice> causes,
        String notice,
        String warning) {
    public DeadLettersView {
        lines = List.copyOf(lines);
        causes = List.copyOf(causes);
    }

    /// One letter.
    ///
    /// @param page its name where it is one of ours, or else its ID; empty where none is named
    /// @param person whom it is about, by their ID; empty where that is not known
    /// @param cause in words
    /// @param tries how often it was taken up
    public record Line(
            UUID id,
            Instant receivedAt,
            String page,
            String person,
            String cause,
            String detail,
            int tries,
            String size) {}
}
