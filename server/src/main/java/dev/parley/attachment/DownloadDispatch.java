package dev.parley.attachment;

import dev.parley.attachment.StoredAttachment.State;
import dev.parley.background.CrashJournal;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Claims the file that is due first, and has it downloaded; after a crash it is tried again later.
@Component
class DownloadDispatch {
    /// Longer than any fetch may take.
    static final Duration LEASE = Duration.ofMinutes(5);

    private final AttachmentRows rows;
    private final FileDownloads fileDownloads;
    private final DownloadResults results;
    private final CrashJournal journal;
    private final Clock clock;

    DownloadDispatch(
            AttachmentRows rows,
            FileDownloads fileDownloads,
            DownloadResults results,
            CrashJournal journal,
            Clock clock) {
        this.rows = rows;
        this.fileDownloads = fileDownloads;
        this.results = results;
        this.journal = journal;
        this.clock = clock;
    }

    /// {@return false if nothing was due}
    boolean fetchOne() {
        var now = clock.instant();
        var due = rows.claim(now, now.plus(LEASE));
        due.ifPresent(one ->
                journal.run(
                        "file",
                        one.id().value().toString(),
                        () -> fileDownloads.fetch(one),
                        () -> results.refuse(one, State.FAILED, "crashed")));
        return due.isPresent();
    }
}
