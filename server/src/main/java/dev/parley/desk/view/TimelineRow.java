package dev.parley.desk.view;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One row of a timeline, with everything that it shows.
public sealed interface TimelineRow {
    /// {@return the id of its element}
    String id();

    default String version() {
        return Version.of(this);
    }

    /// The first row: a button for earlier messages, or that there are none.
    ///
    /// @param earlier the cursor for the page before it; null at the beginning
    record First(@Nullable String earlier, boolean empty) implements TimelineRow {
        @Override
        public String id() {
            if (earlier != null) {
                return "timeline-earlier";
            }
            return empty ? "timeline-empty" : "timeline-start";
        }
    }

    /// The heading of a day.
    record Day(LocalDate day, String label) implements TimelineRow {
        @Override
        public String id() {
            return "day-" + day;
        }
    }

    /// A message.
    ///
    /// @param starts whether it begins a group of one author's messages
    /// @param ends whether it ends one
    /// @param marked whether its delivery mark is shown
    /// @param named whether its author is shown
    record Message(
            EntryView.Bubble bubble, boolean starts, boolean ends, boolean marked, boolean named)
            implements TimelineRow {
        @Override
        public String id() {
            return "entry-" + bubble.id();
        }
    }

    /// A note for colleagues.
    record InternalNote(EntryView.InternalNote note) implements TimelineRow {
        @Override
        public String id() {
            return "entry-" + note.id();
        }
    }

    /// What happened to the conversation.
    record Line(EntryView.SystemLine line) implements TimelineRow {
        @Override
        public String id() {
            return "entry-" + line.id();
        }
    }
}
