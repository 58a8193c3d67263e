package dev.parley.attachment;

import dev.parley.attachment.Upload.Flaw;
import dev.parley.channel.Attachment;
import dev.parley.channel.Blob;
import dev.parley.channel.FileRules;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Draft;
import dev.parley.conversation.Replies.Writer;
import dev.parley.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Accepts files to be sent. They wait until a message uses them, until they are deleted, or until
/// the configured time has passed.
@Component
public class Uploads {
    private final Conversations conversations;
    private final UploadRules uploadRules;
    private final WaitingUploads waitingUploads;
    private final FileInspection fileInspection;
    private final UploadStore uploadStore;

    Uploads(
            Conversations conversations,
            UploadRules uploadRules,
            WaitingUploads waitingUploads,
            FileInspection fileInspection,
            UploadStore uploadStore) {
        this.conversations = conversations;
        this.uploadRules = uploadRules;
        this.waitingUploads = waitingUploads;
        this.fileInspection = fileInspection;
        this.uploadStore = uploadStore;
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
        var rules = uploadRules.of(conversation);
        if (!rules.allowed()) {
            return new Upload.Refused(Flaw.NOT_SUPPORTED, rules);
        }
        if (!uploadRules.mayAttach(conversation)) {
            return new Upload.Refused(Flaw.DISABLED, rules);
        }
        var waiting = waitingUploads.of(id, writer.id());
        var known = waiting.stream().filter(one -> one.id().equals(file)).findFirst();
        if (known.isPresent()) {
            return new Upload.Stored(known.get());
        }
        if (waiting.size() >= Draft.MOST_FILES) {
            return new Upload.Refused(Flaw.TOO_MANY, rules);
        }
        return inspect(writer, conversation, file, content, name);
    }

    private Upload inspect(
            Writer writer,
            Conversation conversation,
            AttachmentId id,
            Blob content,
            @Nullable String name) {
        var rules = uploadRules.of(conversation);
        if (content.size() == 0) {
            return new Upload.Refused(Flaw.EMPTY, rules);
        }
        if (content.size() > rules.sent().file()) {
            return new Upload.Refused(Flaw.TOO_LARGE, rules);
        }
        return switch (fileInspection.of(content, name, null, Attachment.Type.FILE)) {
            case InspectionResult.Blocked _ -> new Upload.Refused(Flaw.BLOCKED, rules);
            case InspectionResult.Safe file
                    when UploadStore.type(file, rules) == Attachment.Type.IMAGE
                            && content.size() > rules.sent().picture() ->
                    new Upload.Refused(Flaw.PICTURE_TOO_LARGE, rules);
            case InspectionResult.Safe file ->
                    uploadStore.store(writer, conversation, id, file, rules);
        };
    }
}
