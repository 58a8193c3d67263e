package dev.parley.attachment;

import dev.parley.conversation.FilesReceived;
import dev.parley.conversation.Message;
import dev.parley.conversation.MessageErased;
import dev.parley.conversation.Messages;
import dev.parley.work.Pump;
import dev.parley.workstream.Workstreams;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Notes the files of a message in the transaction in which the message is kept, and lets go of
/// them in the one in which it is erased.
@Component
class Arrivals {
    private final AttachmentRows rows;
    private final Messages messages;
    private final Workstreams workstreams;
    private final Pump attachmentPump;
    private final Pump erasurePump;
    private final Clock clock;

    Arrivals(
            AttachmentRows rows,
            Messages messages,
            Workstreams workstreams,
            Pump attachmentPump,
            Pump erasurePump,
            Clock clock) {
        this.rows = rows;
        this.messages = messages;
        this.workstreams = workstreams;
        this.attachmentPump = attachmentPump;
        this.erasurePump = erasurePump;
        this.clock = clock;
    }

    @EventListener
    void note(FilesReceived received) {
        var cause = causeToRefuse(received);
        var now = clock.instant();
        for (var position = 0; position < received.files().size(); position++) {
            if (received.files().get(position).isFetched()) {
                rows.add(received, position, cause, now);
            }
        }
    }

    @TransactionalEventListener
    void nudge(FilesReceived received) {
        attachmentPump.nudge();
    }

    @EventListener
    void letGo(MessageErased erased) {
        rows.erase(erased.id(), clock.instant());
    }

    @TransactionalEventListener
    void nudge(MessageErased erased) {
        erasurePump.nudge();
    }

    /// What our own side sent was meant to be seen, whatever customers may send.
    private @Nullable String causeToRefuse(FilesReceived received) {
        var page = received.from();
        var taken =
                workstreams.handlingOf(page.channel(), page.page()).customerFiles()
                        || !messages.byId(received.id()).map(Message::isInbound).orElse(true);
        return taken ? null : "switchedOff";
    }
}
