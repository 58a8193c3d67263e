package dev.parley.attachment;

import dev.parley.attachment.AttachmentRows.PendingDownload;
import dev.parley.attachment.StoredAttachment.State;
import dev.parley.conversation.ConversationChanged;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Stores what came of a download: the file, a refusal, or another attempt later.
@Component
class DownloadResults {
    private static final Logger log = LoggerFactory.getLogger(DownloadResults.class);

    private final AttachmentRows rows;
    private final FileStore fileStore;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DownloadResults(
            AttachmentRows rows,
            FileStore fileStore,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.fileStore = fileStore;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    void store(PendingDownload due, InspectionResult.Safe file) {
        try {
            fileStore.put(due.id(), file.content(), file.thumbnail());
        } catch (UncheckedIOException failure) {
            // A full disk is no fault of the file.
            rows.releaseClaim(due, clock.instant().plus(Duration.ofMinutes(1)));
            throw failure;
        }
        if (!settle(due, () -> markStored(due, file)) && rows.byId(due.id()).isEmpty()) {
            fileStore.remove(due.id());
        }
    }

    void retry(PendingDownload due, String detail) {
        log.info(
                "File {} could not be downloaded at attempt {}: {}",
                due.id().value(),
                due.attempts(),
                detail);
        if (!DownloadBackoff.hasNext(due.attempts())) {
            refuse(due, State.FAILED, "unreachable");
        } else {
            rows.postpone(due, clock.instant().plus(DownloadBackoff.after(due.attempts())));
        }
    }

    void refuse(PendingDownload due, State state, String cause) {
        var _ = settle(due, () -> rows.markRefused(due, state, cause));
    }

    private boolean markStored(PendingDownload due, InspectionResult.Safe file) {
        var stored = rows.markStored(due, file);
        if (stored) {
            events.publishEvent(new FileStored(due.id()));
        }
        return stored;
    }

    private boolean settle(PendingDownload due, BooleanSupplier write) {
        return Boolean.TRUE.equals(
                transaction.execute(_ -> {
                    var settled = write.getAsBoolean();
                    if (settled) {
                        events.publishEvent(
                                new ConversationChanged(due.conversation(), null, false));
                    }
                    return settled;
                }));
    }
}
