package dev.parley.admin.view;

import dev.parley.admin.kit.Listing;
import dev.parley.admin.kit.SelectOption;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The list of dead letters.
///
/// @param all the total number of matching ones
/// @param causes the causes to filter by
/// @param notice a message; empty for none
/// @param warning a message; empty for none
public record DeadLettersView(
        Listing listing,
        List<Line> lines,
        long all,
        List<SelectOption> causes,
        String notice,
        String warning) {
    public DeadLettersView {
        lines = List.copyOf(lines);
        causes = List.copyOf(causes);
    }

    /// One dead letter.
    ///
    /// @param endpoint its name if it is set up, else its ID; empty if the event names none
    /// @param person the ID of the person; empty if unknown
    /// @param cause as text
    /// @param tries the number of attempts
    public record Line(
            UUID id,
            Instant receivedAt,
            String endpoint,
            String person,
            String cause,
            String detail,
            int tries,
            String size) {}
}
