package dev.parley.desk.view;

import dev.parley.desk.view.EntryView.Bubble;
import dev.parley.desk.view.EntryView.InternalNote;
import dev.parley.desk.view.EntryView.SystemLine;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The entries of a timeline, oldest first, from one entry on to the newest.
///
/// @param from the cursor of the first entry, so that a reload shows the same stretch; null when
///   there is none
/// @param earlier the cursor for the page before it; null at the beginning
/// @param unread how many of the customer's messages this agent has not seen
public record TimelineView(
        UUID conversationId,
        ConversationState state,
        List<DayView> days,
        @Nullable String from,
        @Nullable String earlier,
        int unread) {
    public TimelineView {
        days = List.copyOf(days);
    }

    public boolean empty() {
        return days.stream().allMatch(day -> day.entries().isEmpty());
    }

    /// {@return the version of the whole timeline}
    public String version(DeskTexts w) {
        return Version.of(List.of(from == null ? "" : from, unread, rows(w)));
    }

    /// {@return the rows, from the first shown to the newest}
    public List<TimelineRow> rows(DeskTexts w) {
        var marked = marked();
        var named = named();
        var rows = new ArrayList<TimelineRow>();
        rows.add(new TimelineRow.First(earlier, empty()));
        for (var day : days) {
            rows.add(new TimelineRow.Day(day.day(), w.day(day.day())));
            for (var index = 0; index < day.entries().size(); index++) {
                rows.add(
                        switch (day.entries().get(index)) {
                            case Bubble bubble ->
                                    new TimelineRow.Message(
                                            bubble,
                                            day.startsAt(index),
                                            day.endsAt(index),
                                            marked.contains(bubble.id()),
                                            named.contains(bubble.id()));
                            case InternalNote note -> new TimelineRow.InternalNote(note);
                            case SystemLine line -> new TimelineRow.Line(line);
                        });
            }
        }
        return rows;
    }

    /// {@return the sent bubbles that show their mark: the last of each mark, and all that failed
    /// or wait for something}
    private Set<UUID> marked() {
        var marked = new HashSet<UUID>();
        var seen = EnumSet.of(DeliveryMark.NONE);
        for (var day : days.reversed()) {
            for (var entry : day.entries().reversed()) {
                if (entry instanceof Bubble bubble
                        && (seen.add(bubble.mark().kind())
                                || bubble.mark().kind().isProblem()
                                || bubble.mark().cause() != null)) {
                    marked.add(bubble.id());
                }
            }
        }
        return marked;
    }

    /// {@return the sent bubbles that show their author: those where the author changes}
    private Set<UUID> named() {
        var named = new HashSet<UUID>();
        Author last = null;
        for (var day : days) {
            for (var entry : day.entries()) {
                if (entry instanceof Bubble bubble
                        && bubble.author().kind() != Author.Kind.CUSTOMER) {
                    if (!bubble.author().equals(last)) {
                        named.add(bubble.id());
                    }
                    last = bubble.author();
                }
            }
        }
        return named;
    }
}
