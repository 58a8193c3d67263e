package dev.parley.outbox;

import dev.parley.conversation.MessageId;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Deletes messages from the outbox that the channel's echo confirmed, after the transaction that
/// stored the echo: that one handles many conversations, and would deadlock with replies that are
/// written in them concurrently. A message that a crash leaves in the outbox is recognised before
/// it is sent again or looked up.
@Component
class ConfirmedMessages {
    private final Set<MessageId> waiting = new HashSet<>();
    private final OutgoingRows rows;
    private final Clock clock;

    ConfirmedMessages(OutgoingRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    void add(MessageId confirmed) {
        synchronized (waiting) {
            waiting.add(confirmed);
        }
    }

    /// Deletes those that were added; {@return whether any was still in the outbox}
    @Transactional
    public boolean remove() {
        var taken = taken();
        try {
            return !taken.isEmpty() && rows.removeConfirmed(taken, clock.instant());
        } catch (RuntimeException failure) {
            taken.forEach(this::add);
            throw failure;
        }
    }

    private Set<MessageId> taken() {
        synchronized (waiting) {
            var taken = Set.copyOf(waiting);
            waiting.clear();
            return taken;
        }
    }
}
