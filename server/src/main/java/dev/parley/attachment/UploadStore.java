package dev.parley.attachment;

import dev.parley.attachment.StoredAttachment.Picture;
import dev.parley.attachment.Upload.Flaw;
import dev.parley.channel.Attachment;
import dev.parley.channel.FileRules;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Replies.Writer;
import dev.parley.platform.image.ImageHeader;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// Stores an inspected file until a message uses it, or until the configured time has passed.
@Component
class UploadStore {
    private final AttachmentRows rows;
    private final FileDeletions deletions;
    private final FileStore fileStore;
    private final AttachmentSettings settings;
    private final Clock clock;

    UploadStore(
            AttachmentRows rows,
            FileDeletions deletions,
            FileStore fileStore,
            AttachmentSettings settings,
            Clock clock) {
        this.rows = rows;
        this.deletions = deletions;
        this.fileStore = fileStore;
        this.settings = settings;
        this.clock = clock;
    }

    /// Schedules the deletion of the file before the file is written, so that a crash leaves no
    /// file that is never deleted.
    Upload store(
            Writer writer,
            Conversation conversation,
            AttachmentId id,
            InspectionResult.Safe file,
            FileRules rules) {
        var now = clock.instant();
        if (!deletions.scheduleUnlessStored(id, now, now.plus(settings.keepUnsent()))) {
            return new Upload.Refused(Flaw.DISCARDED, rules);
        }
        fileStore.put(id, file.content(), file.thumbnail());
        var attachment = stored(id, conversation.id(), file, rules);
        return rows.add(attachment, conversation.details().address(), writer.id(), now)
                ? new Upload.Stored(attachment)
                : new Upload.Refused(Flaw.DISCARDED, rules);
    }

    private static StoredAttachment stored(
            AttachmentId id,
            ConversationId conversation,
            InspectionResult.Safe file,
            FileRules rules) {
        var picture = file.picture();
        return new StoredAttachment(
                id,
                null,
                conversation,
                0,
                type(file, rules),
                StoredAttachment.State.STORED,
                null,
                file.name(),
                file.contentType(),
                file.content().size(),
                picture == null
                        ? null
                        : new Picture(
                                picture.width(),
                                picture.height(),
                                picture.animated(),
                                file.thumbnailType()),
                file.flaw());
    }

    /// The type that it is sent as. A picture that could not be decoded in time still counts as
    /// one.
    static Attachment.Type type(InspectionResult.Safe file, FileRules rules) {
        var isPicture =
                file.picture() != null
                        || file.busy() != null
                        || file.flaw() == ImageHeader.Flaw.TOO_COSTLY;
        if (isPicture && rules.pictures().contains(file.contentType())) {
            return Attachment.Type.IMAGE;
        }
        return switch (FileDisplay.of(file.contentType())) {
            case AUDIO -> Attachment.Type.AUDIO;
            case VIDEO -> Attachment.Type.VIDEO;
            case PICTURE, PHOTO, DOWNLOAD -> Attachment.Type.FILE;
        };
    }
}
