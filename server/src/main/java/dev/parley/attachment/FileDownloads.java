package dev.parley.attachment;

import dev.parley.attachment.AttachmentRows.PendingDownload;
import dev.parley.attachment.StoredAttachment.State;
import dev.parley.channel.Attachment;
import dev.parley.channel.ByChannel;
import dev.parley.channel.Channels;
import dev.parley.channel.FileSource;
import dev.parley.channel.FileSource.Fetched.Bytes;
import dev.parley.channel.FileSource.Fetched.Later;
import dev.parley.channel.FileSource.Fetched.Refused;
import dev.parley.conversation.ConversationChanged;
import dev.parley.work.CrashJournal;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Downloads files from the channel, before its links expire. Fetches outside of any transaction;
/// after a crash it is tried again later.
@Component
class FileDownloads {
    private static final Logger log = LoggerFactory.getLogger(FileDownloads.class);

    /// Longer than any fetch may take.
    static final Duration LEASE = Duration.ofMinutes(5);

    private static final List<Duration> PAUSES =
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(10),
                    Duration.ofHours(1));

    private final ByChannel<FileSource> sources;
    private final Channels channels;
    private final AttachmentRows rows;
    private final FileInspection fileInspection;
    private final FileStore fileStore;
    private final CrashJournal journal;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FileDownloads(
            List<FileSource> sources,
            Channels channels,
            AttachmentRows rows,
            FileInspection fileInspection,
            FileStore fileStore,
            CrashJournal journal,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sources = new ByChannel<>(sources);
        this.channels = channels;
        this.rows = rows;
        this.fileInspection = fileInspection;
        this.fileStore = fileStore;
        this.journal = journal;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    boolean fetchOne() {
        var now = clock.instant();
        var due = rows.claim(now, now.plus(LEASE));
        due.ifPresent(one ->
                journal.run(
                        "file",
                        one.id().value().toString(),
                        () -> fetch(one),
                        () -> notTaken(one, State.FAILED, "crashed")));
        return due.isPresent();
    }

    private void fetch(PendingDownload due) {
        var source = sources.find(due.channel()).orElse(null);
        if (source == null || due.attempts() > PAUSES.size() + 1) {
            notTaken(due, State.FAILED, "unreachable");
            return;
        }
        switch (source.fetch(due.url(), limit(due))) {
            case Bytes bytes -> inspect(due, bytes);
            case Refused(var cause) -> refused(due, cause);
            case Later(var detail) -> later(due, detail);
        }
    }

    private void inspect(PendingDownload due, Bytes bytes) {
        switch (fileInspection.of(bytes.bytes(), bytes.name(), due.title(), due.declaredType())) {
            case InspectionResult.Safe file -> storeOrWait(due, file);
            case InspectionResult.Blocked(var contentType) -> {
                log.info("A file of type {} was not stored", contentType);
                notTaken(due, State.REFUSED, "blockedType");
            }
        }
    }

    /// A picture waits for its preview while there are attempts left, and is then stored without
    /// one.
    private void storeOrWait(PendingDownload due, InspectionResult.Safe file) {
        var busy = file.busy();
        if (busy != null && due.attempts() <= PAUSES.size()) {
            later(due, busy);
        } else {
            store(due, file);
        }
    }

    private void store(PendingDownload due, InspectionResult.Safe file) {
        try {
            fileStore.put(due.id(), file.content(), file.thumbnail());
        } catch (UncheckedIOException failure) {
            // A full disk is no fault of the file.
            rows.releaseClaim(due, clock.instant().plus(Duration.ofMinutes(1)));
            throw failure;
        }
        if (!settle(due, () -> rows.markStored(due, file)) && rows.byId(due.id()).isEmpty()) {
            fileStore.remove(due.id());
        }
    }

    private void refused(PendingDownload due, String cause) {
        notTaken(due, cause.equals("gone") ? State.FAILED : State.REFUSED, cause);
    }

    private void later(PendingDownload due, String detail) {
        log.info(
                "File {} could not be downloaded at attempt {}: {}",
                due.id().value(),
                due.attempts(),
                detail);
        if (due.attempts() > PAUSES.size()) {
            notTaken(due, State.FAILED, "unreachable");
        } else {
            rows.postpone(due, clock.instant().plus(PAUSES.get(due.attempts() - 1)));
        }
    }

    private void notTaken(PendingDownload due, State state, String cause) {
        var _ = settle(due, () -> rows.markRefused(due, state, cause));
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

    private long limit(PendingDownload due) {
        var largest = channels.rulesOf(due.channel()).files().received();
        return due.declaredType() == Attachment.Type.IMAGE ? largest.picture() : largest.file();
    }
}
