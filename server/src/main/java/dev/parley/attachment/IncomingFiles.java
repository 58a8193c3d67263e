package dev.parley.attachment;

import dev.parley.background.Pump;
import dev.parley.channel.Content;
import dev.parley.conversation.FilesReceived;
import dev.parley.conversation.Messages;
import dev.parley.workstream.Workstreams;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Adds the files of a message in the transaction that stores the message.
@Component
class IncomingFiles {
    private static final String SWITCHED_OFF = "switchedOff";

    private final AttachmentRows rows;
    private final Messages messages;
    private final Workstreams workstreams;
    private final RefusedFileNotice refusedFileNotice;
    private final Pump attachmentPump;
    private final Clock clock;

    IncomingFiles(
            AttachmentRows rows,
            Messages messages,
            Workstreams workstreams,
            RefusedFileNotice refusedFileNotice,
            Pump attachmentPump,
            Clock clock) {
        this.rows = rows;
        this.messages = messages;
        this.workstreams = workstreams;
        this.refusedFileNotice = refusedFileNotice;
        this.attachmentPump = attachmentPump;
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
            refusedFileNotice.answer(message, handling.settings());
        }
    }

    @TransactionalEventListener
    void nudge(FilesReceived received) {
        attachmentPump.nudge();
    }
}
