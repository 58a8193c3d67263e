package dev.parley.outbox;

import dev.parley.conversation.MessageId;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Deletes messages from the outbox that the channel's echo confirmed, after the transaction that
/// stored the echo: that one handles many conversations, and would deadlock with replies that are
/// written in them concurrently. A message that a crash leaves in the outbox is recognised before
/// it is sent again or looked up.
@Component
class ConfirmedMessages {
    private final Set<MessageId> waiting = new HashSet<>();
    private final OutgoingRows rows;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ConfirmedMessages(OutgoingRows rows, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.transaction = transaction;
        this.clock = clock;
    }

    void add(MessageId confirmed) {
        synchronized (waiting) {
            waiting.add(confirmed);
        }
    }

    /// Deletes those that were added; {@return whether any was still in the outbox}
    boolean remove() {
        var taken = taken();
        try {
            return !taken.isEmpty() && Boolean.TRUE.equals(transaction.execute(_ -> remove(taken)));
        } catch (RuntimeException failure) {
            taken.forEach(this::add);
            throw failure;
        }
    }

    private boolean remove(Set<MessageId> some) {
        return rows.removeConfirmed(some, clock.instant());
    }

    private Set<MessageId> taken() {
        synchronized (waiting) {
            var taken = Set.copyOf(waiting);
            waiting.clear();
            return taken;
        }
    }
}
