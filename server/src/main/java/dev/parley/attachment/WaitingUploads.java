package dev.parley.attachment;

import dev.parley.background.Pump;
import dev.parley.conversation.ConversationId;
import dev.parley.identity.UserId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The files that wait to be sent, until a message uses them or they are discarded.
@Component
public class WaitingUploads {
    private final AttachmentRows rows;
    private final FileDeletions deletions;
    private final TransactionTemplate transaction;
    private final Pump erasurePump;

    WaitingUploads(
            AttachmentRows rows,
            FileDeletions deletions,
            TransactionTemplate transaction,
            Pump erasurePump) {
        this.rows = rows;
        this.deletions = deletions;
        this.transaction = transaction;
        this.erasurePump = erasurePump;
    }

    /// {@return the files that wait to be sent by this writer in this conversation}
    public List<StoredAttachment> of(ConversationId conversation, UserId writer) {
        return rows.waiting(conversation, writer);
    }

    /// Deletes a file that will not be sent, even if it is still being uploaded. A file that a
    /// message uses is not deleted.
    public void discard(AttachmentId id, UserId writer) {
        transaction.executeWithoutResult(_ -> {
            rows.discard(id, writer);
            deletions.deleteNow(id);
        });
        erasurePump.nudge();
    }
}
