package dev.parley.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// All events between one page and one person. Not thread-safe; [World] synchronizes access.
final class Conversation {
    private static final Duration TYPING_LASTS = Duration.ofSeconds(20);

    final Page page;
    final Person person;
    private final SequencedMap<String, Message> messages = new LinkedHashMap<>();
    private final List<ThreadNote> notes = new ArrayList<>();
    private @Nullable Instant opened;
    private @Nullable Instant typingUntil;
    private long last;
    private long delivered;
    private long read;
    private long seen;
    private boolean blocked;

    Conversation(Page page, Person person) {
        this.page = page;
        this.person = person;
    }

    /// {@return the current time, but later than all previous events of this conversation}
    long tick(Instant now) {
        last = Math.max(now.toEpochMilli(), last + 1);
        return last;
    }

    void put(Message message) {
        messages.put(message.mid(), message);
    }

    /// A message of the past, which everybody has read.
    void remember(Message message) {
        put(message);
        last = Math.max(last, message.timestamp());
        delivered = last;
        read = last;
        seen = last;
        if (message.byPerson()) {
            openWindow(Instant.ofEpochMilli(message.timestamp()));
        }
    }

    void note(ThreadNote note) {
        notes.add(note);
    }

    @Nullable Message find(String mid) {
        return messages.get(mid);
    }

    boolean isByPerson(@Nullable String mid) {
        var message = mid == null ? null : find(mid);
        return message != null && message.byPerson();
    }

    /// Only actions of the person open the window of 24 hours; messages of the page never do.
    void openWindow(Instant now) {
        opened = now;
    }

    void startTyping(Instant now) {
        typingUntil = now.plus(TYPING_LASTS);
    }

    void stopTyping() {
        typingUntil = null;
    }

    void block(boolean now) {
        blocked = now;
    }

    List<String> deliver(long watermark) {
        var mids = pageMessagesAfter(delivered);
        delivered = watermark;
        return mids;
    }

    /// {@return false if there was nothing new to read}
    boolean read(long watermark) {
        var hasNew = !pageMessagesAfter(read).isEmpty();
        delivered = watermark;
        read = watermark;
        return hasNew;
    }

    void markSeen(long watermark) {
        seen = watermark;
    }

    /// The latest messages are the last ones, so that the number of older ones does not matter.
    private List<String> pageMessagesAfter(long watermark) {
        return messages.sequencedValues().reversed().stream()
                .takeWhile(message -> message.timestamp() > watermark)
                .filter(Predicate.not(Message::byPerson))
                .map(Message::mid)
                .toList()
                .reversed();
    }

    ConversationView view(Instant now) {
        var typing = typingUntil != null && typingUntil.isAfter(now) ? typingUntil : null;
        return new ConversationView(
                page,
                person,
                List.copyOf(messages.values()),
                List.copyOf(notes),
                opened,
                typing,
                blocked,
                new ConversationView.Watermarks(delivered, read, seen, last));
    }
}
