package dev.parley.desk;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Message;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.Messages.Place;
import dev.parley.desk.ConversationAccess.Opened;
import dev.parley.desk.view.ConversationState;
import dev.parley.desk.view.DayView;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.EntryView;
import dev.parley.desk.view.TimelineView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Builds the timeline of a conversation: the newest page, or everything from a position on.
@Component
class TimelineViews {
    private static final int PAGE = 60;
    private static final int LONGEST = 2000;
    private static final int BEFORE_FOUND = 20;

    private final ShownMessages messages;
    private final TimelineEntries entries;

    TimelineViews(ShownMessages messages, TimelineEntries entries) {
        this.messages = messages;
        this.entries = entries;
    }

    /// {@return the requested stretch of the timeline}
    TimelineView read(
            DeskTexts w, Opened opened, Resending sendingAgain, int unread, Stretch stretch) {
        var conversation = opened.conversation();
        var said = messages(conversation.id(), stretch);
        var first = said.isEmpty() ? null : said.getFirst();
        return new TimelineView(
                conversation.id().value(),
                ConversationState.of(conversation.state()),
                days(w, entries.of(w, opened, sendingAgain, said)),
                first == null ? null : TimelineCursor.of(first),
                first != null && hasEarlier(conversation.id(), first)
                        ? TimelineCursor.of(first)
                        : null,
                unread);
    }

    /// {@return the newest page; from some entries before this message on if it is older}
    Stretch around(ConversationId id, MessageId message) {
        return messages.byId(message)
                .filter(one -> one.conversation().equals(id))
                .map(one -> new Place(one.sentAt(), one.id().value()))
                .filter(place -> messages.after(id, place, PAGE).size() == PAGE)
                .map(place -> {
                    var earlier = messages.before(id, place, BEFORE_FOUND);
                    return new Stretch(earlier.isEmpty() ? place : placeOf(earlier), null);
                })
                .orElse(Stretch.NEWEST);
    }

    private static Place placeOf(List<Message> page) {
        var first = page.getFirst();
        return new Place(first.sentAt(), first.id().value());
    }

    private List<Message> messages(ConversationId id, Stretch stretch) {
        if (stretch.from != null) {
            return messages.from(id, stretch.from, LONGEST);
        }
        if (stretch.before != null) {
            var all = new ArrayList<>(messages.before(id, stretch.before, PAGE));
            all.addAll(messages.from(id, stretch.before, LONGEST));
            return all;
        }
        return messages.before(id, null, PAGE);
    }

    private boolean hasEarlier(ConversationId id, Message first) {
        return !messages.before(id, new Place(first.sentAt(), first.id().value()), 1).isEmpty();
    }

    private static List<DayView> days(DeskTexts w, List<EntryView> all) {
        var zone = w.texts().zone();
        return all.stream()
                .collect(
                        groupingBy(
                                entry -> LocalDate.ofInstant(entry.at(), zone),
                                LinkedHashMap::new,
                                toList()))
                .entrySet()
                .stream()
                .map(day -> new DayView(day.getKey(), day.getValue()))
                .toList();
    }

    /// The requested part of a timeline; both null for the newest page.
    ///
    /// @param from the first requested entry
    /// @param before requests another page before this position
    record Stretch(@Nullable Place from, @Nullable Place before) {
        static final Stretch NEWEST = new Stretch(null, null);
    }
}
