package dev.parley.attachment;

import dev.parley.channel.Content;
import dev.parley.conversation.CustomerNotices;
import dev.parley.conversation.FilesReceived;
import dev.parley.conversation.MessageErased;
import dev.parley.conversation.Messages;
import dev.parley.work.Pump;
import dev.parley.workstream.AutomatedMessages;
import dev.parley.workstream.Workstreams;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Adds the files of a message in the transaction that stores the message, and deletes them in the
/// transaction that erases it.
@Component
class IncomingFiles {
    private static final String SWITCHED_OFF = "switchedOff";

    private final AttachmentRows rows;
    private final Messages messages;
    private final Workstreams workstreams;
    private final CustomerNotices notices;
    private final AutomatedMessages automatedMessages;
    private final Pump attachmentPump;
    private final Pump erasurePump;
    private final Clock clock;

    IncomingFiles(
            AttachmentRows rows,
            Messages messages,
            Workstreams workstreams,
            CustomerNotices notices,
            AutomatedMessages automatedMessages,
            Pump attachmentPump,
            Pump erasurePump,
            Clock clock) {
        this.rows = rows;
        this.messages = messages;
        this.workstreams = workstreams;
        this.notices = notices;
        this.automatedMessages = automatedMessages;
        this.attachmentPump = attachmentPump;
        this.erasurePump = erasurePump;
        this.clock = clock;
    }

    /// Files from the company's side are always accepted, independent of the setting for customers.
    /// A customer whose file is refused is notified.
    @EventListener
    void add(FilesReceived received) {
        var message = messages.byId(received.id()).orElseThrow();
        var handling = workstreams.handlingOf(received.from().at());
        var cause = message.isInbound() && !handling.customerFiles() ? SWITCHED_OFF : null;
        var now = clock.instant();
        for (var position = 0; position < received.files().size(); position++) {
            if (received.files().get(position).isFetched()) {
                rows.add(received, position, cause, now);
            }
        }
        if (cause != null && message.content() instanceof Content.Files) {
            automatedMessages
                    .filesRefused(handling.settings())
                    .ifPresent(words -> notices.answer(message, "files-refused", words));
        }
    }

    @TransactionalEventListener
    void nudge(FilesReceived received) {
        attachmentPump.nudge();
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
