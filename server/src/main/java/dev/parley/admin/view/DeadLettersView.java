package dev.parley.admin.view;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The list of dead letters.
///
/// @param waiting how many of these there are, those included that are not shown
/// @param causes what the list can be narrowed to
/// @param text what is searched for; empty for nothing
/// @param notice in words; empty for none
/// @param warning in words; empty for none
public record DeadLettersView(
        List<Line> lines,
        long waiting,
        List<Choice> causes,
        String text,
        String notice,
        String warning) {
    public DeadLettersView {
        lines = List.copyOf(lines);
        causes = List.copyOf(causes);
    }

    public boolean more() {
        return waiting > lines.size();
    }

    /// {@return whether only some of all letters are looked for}
    public boolean narrowed() {
        return !text.isBlank() || causes.stream().anyMatch(Choice::chosen);
    }

    /// {@return the name of the chosen cause; empty for any}
    public String cause() {
        return causes.stream().filter(Choice::chosen).findFirst().map(Choice::value).orElse("");
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

    /// One of several.
    public record Choice(String value, String words, boolean chosen) {}
}
