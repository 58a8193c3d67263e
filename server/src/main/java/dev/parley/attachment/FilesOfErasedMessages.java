package dev.parley.attachment;

import dev.parley.background.Pump;
import dev.parley.conversation.MessageErased;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Deletes the files of a message in the transaction that erases the message.
@Component
class FilesOfErasedMessages {
    private final AttachmentRows rows;
    private final Pump erasurePump;
    private final Clock clock;

    FilesOfErasedMessages(AttachmentRows rows, Pump erasurePump, Clock clock) {
        this.rows = rows;
        this.erasurePump = erasurePump;
        this.clock = clock;
    }

    @EventListener
    void erase(MessageErased erased) {
        rows.erase(erased.id(), clock.instant());
    }

    @TransactionalEventListener
    void nudge(MessageErased erased) {
        erasurePump.nudge();
    }
}
