package dev.parley.attachment;

import dev.parley.attachment.StoredAttachment.Picture;
import dev.parley.attachment.Upload.Flaw;
import dev.parley.channel.Attachment;
import dev.parley.channel.Blob;
import dev.parley.channel.Channels;
import dev.parley.channel.FileRules;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Draft;
import dev.parley.conversation.Replies.Writer;
import dev.parley.identity.UserId;
import dev.parley.platform.Ids;
import dev.parley.platform.image.ImageHeader;
import dev.parley.work.Pump;
import dev.parley.workstream.Workstreams;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Accepts files to be sent. They wait here until a message uses them, until they are deleted, or
/// until the configured time has passed.
@Component
public class Uploads {
    private final AttachmentRows rows;
    private final FileDeletions erased;
    private final FileInspection fileInspection;
    private final FileStore fileStore;
    private final Conversations conversations;
    private final Workstreams workstreams;
    private final Channels channels;
    private final TransactionTemplate transaction;
    private final Pump erasurePump;
    private final AttachmentSettings settings;
    private final Clock clock;

    Uploads(
            AttachmentRows rows,
            FileDeletions erased,
            FileInspection fileInspection,
            FileStore fileStore,
            Conversations conversations,
            Workstreams workstreams,
            Channels channels,
            TransactionTemplate transaction,
            Pump erasurePump,
            AttachmentSettings settings,
            Clock clock) {
        this.rows = rows;
        this.erased = erased;
        this.fileInspection = fileInspection;
        this.fileStore = fileStore;
        this.conversations = conversations;
        this.workstreams = workstreams;
        this.channels = channels;
        this.transaction = transaction;
        this.erasurePump = erasurePump;
        this.settings = settings;
        this.clock = clock;
    }

    /// {@return whether agents may send files to this conversation's customer}
    public boolean mayAttach(Conversation conversation) {
        return rulesOf(conversation).allowed()
                && workstreams.handlingOf(conversation.talk().address().at()).agentFiles();
    }

    private FileRules rulesOf(Conversation conversation) {
        return channels.rulesOf(conversation.talk().address().channel()).files();
    }

    /// Accepts a file that this writer wants to send in this conversation.
    ///
    /// @param name the name given by the writer
    public Upload take(Writer writer, ConversationId id, Blob content, @Nullable String name) {
        return take(writer, id, new AttachmentId(Ids.next()), content, name);
    }

    /// As above, under an id that the writer chose: uploading the same file again changes nothing,
    /// and a file that was deleted in the meantime is refused.
    public Upload take(
            Writer writer,
            ConversationId id,
            AttachmentId file,
            Blob content,
            @Nullable String name) {
        var conversation = conversations.byId(id).filter(writer::mayWriteIn).orElse(null);
        if (conversation == null) {
            return new Upload.Refused(Flaw.NOT_ASSIGNED, FileRules.NONE);
        }
        var rules = rulesOf(conversation);
        if (!rules.allowed()) {
            return new Upload.Refused(Flaw.NOT_SUPPORTED, rules);
        }
        if (!mayAttach(conversation)) {
            return new Upload.Refused(Flaw.DISABLED, rules);
        }
        var waiting = waiting(id, writer.id());
        var known = waiting.stream().filter(one -> one.id().equals(file)).findFirst();
        if (known.isPresent()) {
            return new Upload.Stored(known.get());
        }
        if (waiting.size() >= Draft.MOST_FILES) {
            return new Upload.Refused(Flaw.TOO_MANY, rules);
        }
        return inspect(writer, conversation, file, content, name);
    }

    /// {@return the files that wait to be sent by this writer in this conversation}
    public List<StoredAttachment> waiting(ConversationId conversation, UserId writer) {
        return rows.waiting(conversation, writer);
    }

    /// Deletes a file that will not be sent, even if it is still being uploaded. A file that a
    /// message uses is not deleted.
    public void discard(AttachmentId id, UserId writer) {
        transaction.executeWithoutResult(_ -> {
            rows.discard(id, writer);
            erased.deleteNow(id);
        });
        erasurePump.nudge();
    }

    private Upload inspect(
            Writer writer,
            Conversation conversation,
            AttachmentId id,
            Blob content,
            @Nullable String name) {
        var rules = rulesOf(conversation);
        if (content.size() == 0) {
            return new Upload.Refused(Flaw.EMPTY, rules);
        }
        if (content.size() > rules.sent().file()) {
            return new Upload.Refused(Flaw.TOO_LARGE, rules);
        }
        return switch (fileInspection.of(content, name, null, Attachment.Type.FILE)) {
            case InspectionResult.Blocked _ -> new Upload.Refused(Flaw.BLOCKED, rules);
            case InspectionResult.Safe file
                    when type(file, rules) == Attachment.Type.IMAGE
                            && content.size() > rules.sent().picture() ->
                    new Upload.Refused(Flaw.PICTURE_TOO_LARGE, rules);
            case InspectionResult.Safe file -> store(writer, conversation, id, file);
        };
    }

    /// Schedules the deletion of the file before the file is written, so that a crash leaves no
    /// file that is never deleted.
    private Upload store(
            Writer writer, Conversation conversation, AttachmentId id, InspectionResult.Safe file) {
        var now = clock.instant();
        var rules = rulesOf(conversation);
        if (!erased.scheduleUnlessStored(id, now, now.plus(settings.keepUnsent()))) {
            return new Upload.Refused(Flaw.DISCARDED, rules);
        }
        fileStore.put(id, file.content(), file.thumbnail());
        var attachment = stored(id, conversation.id(), file, rules);
        return rows.add(attachment, conversation.talk().address(), writer.id(), now)
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
    private static Attachment.Type type(InspectionResult.Safe file, FileRules rules) {
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
