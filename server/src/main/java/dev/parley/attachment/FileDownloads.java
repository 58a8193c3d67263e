package dev.parley.attachment;

import dev.parley.attachment.AttachmentRows.PendingDownload;
import dev.parley.attachment.StoredAttachment.State;
import dev.parley.channel.Attachment;
import dev.parley.channel.ByChannel;
import dev.parley.channel.Channels;
import dev.parley.channel.FailureCause;
import dev.parley.channel.FileSource;
import dev.parley.channel.FileSource.Fetched.Bytes;
import dev.parley.channel.FileSource.Fetched.Later;
import dev.parley.channel.FileSource.Fetched.Refused;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Downloads files from the channel, before its links expire, and inspects them. Fetches outside of
/// any transaction.
@Component
class FileDownloads {
    private static final Logger log = LoggerFactory.getLogger(FileDownloads.class);

    private final ByChannel<FileSource> sources;
    private final Channels channels;
    private final FileInspection fileInspection;
    private final DownloadResults results;

    FileDownloads(
            List<FileSource> sources,
            Channels channels,
            FileInspection fileInspection,
            DownloadResults results) {
        this.sources = new ByChannel<>(sources);
        this.channels = channels;
        this.fileInspection = fileInspection;
        this.results = results;
    }

    void fetch(PendingDownload due) {
        var source = sources.find(due.channel()).orElse(null);
        if (source == null || DownloadBackoff.isExceeded(due.attempts())) {
            results.refuse(due, State.FAILED, "unreachable");
            return;
        }
        switch (source.fetch(due.url(), limit(due))) {
            case Bytes bytes -> inspect(due, bytes);
            case Refused(var cause) -> refused(due, cause);
            case Later(var detail) -> results.retry(due, detail);
        }
    }

    private void inspect(PendingDownload due, Bytes bytes) {
        switch (fileInspection.of(bytes.bytes(), bytes.name(), due.title(), due.declaredType())) {
            case InspectionResult.Safe file -> storeOrWait(due, file);
            case InspectionResult.Blocked(var contentType) -> {
                log.info("A file of type {} was not stored", contentType);
                results.refuse(due, State.REFUSED, "blockedType");
            }
        }
    }

    /// A picture waits for its preview while there are attempts left, and is then stored without
    /// one.
    private void storeOrWait(PendingDownload due, InspectionResult.Safe file) {
        var busy = file.busy();
        if (busy != null && DownloadBackoff.hasNext(due.attempts())) {
            results.retry(due, busy);
        } else {
            results.store(due, file);
        }
    }

    private void refused(PendingDownload due, String cause) {
        results.refuse(due, cause.equals(FailureCause.GONE) ? State.FAILED : State.REFUSED, cause);
    }

    private long limit(PendingDownload due) {
        var largest = channels.rulesOf(due.channel()).files().received();
        return due.declaredType() == Attachment.Type.IMAGE ? largest.picture() : largest.file();
    }
}
