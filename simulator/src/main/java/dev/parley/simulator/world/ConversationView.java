package dev.parley.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An immutable snapshot of a thread.
public record ConversationView(
        Page page,
        Person person,
        List<Message> messages,
        List<ThreadNote> notes,
        @Nullable Instant opened,
        @Nullable Instant typingUntil,
        boolean blocked,
        Watermarks watermarks) {
    /// Messenger's standard window, counted from the person's last action that opens it.
    public static final Duration WINDOW = Duration.ofHours(24);

    /// The times in milliseconds up to which messages were delivered to and read by the person, and
    /// seen by the page, and the time of the last event.
    public record Watermarks(long delivered, long read, long seen, long last) {}

    public String psid() {
        return person.psid(page);
    }

    public Optional<Message> lastMessage() {
        return messages.isEmpty() ? Optional.empty() : Optional.of(messages.getLast());
    }

    public long unread() {
        return messages.stream()
                .filter(message -> !message.byPerson())
                .filter(message -> message.timestamp() > watermarks.read())
                .count();
    }

    public boolean openedWithin(Duration window, Instant now) {
        return opened != null && now.isBefore(opened.plus(window));
    }

    /// {@return sent, delivered or read; for the person's own messages sent or seen}
    public String state(Message message) {
        if (message.byPerson()) {
            return message.timestamp() <= watermarks.seen() ? "seen" : "sent";
        }
        if (message.timestamp() <= watermarks.read()) {
            return "read";
        }
        return message.timestamp() <= watermarks.delivered() ? "delivered" : "sent";
    }
}
