package dev.parley.outbox;

import dev.parley.background.Pump;
import dev.parley.conversation.MessageErased;
import dev.parley.outbox.Reactions.ReactionWanted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Has queued reactions sent without delay, and deletes those to messages that are erased.
@Component
class ReactionQueue {
    private final ReactionRows rows;
    private final Pump pump;

    ReactionQueue(ReactionRows rows, Pump reactionsPump) {
        this.rows = rows;
        this.pump = reactionsPump;
    }

    @TransactionalEventListener
    void nudge(ReactionWanted wanted) {
        pump.nudge();
    }

    @EventListener
    void delete(MessageErased erased) {
        rows.forget(erased.id());
    }
}
