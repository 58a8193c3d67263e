package dev.parley.desk.view;

import dev.parley.desk.view.EntryView.Bubble;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/// The entries of one day, in the agent's time zone.
public record DayView(LocalDate day, List<EntryView> entries) {
    private static final Duration ONE_BREATH = Duration.ofMinutes(5);

    public DayView {
        entries = List.copyOf(entries);
    }

    /// {@return whether this entry begins a group of one author's messages}
    public boolean startsAt(int index) {
        return index == 0 || !together(entries.get(index - 1), entries.get(index));
    }

    public boolean endsAt(int index) {
        return index == entries.size() - 1 || !together(entries.get(index), entries.get(index + 1));
    }

    private static boolean together(EntryView one, EntryView next) {
        return one instanceof Bubble first
                && next instanceof Bubble second
                && first.author().equals(second.author())
                && Duration.between(first.at(), second.at()).compareTo(ONE_BREATH) < 0;
    }
}
