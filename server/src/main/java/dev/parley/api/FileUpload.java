package dev.parley.api;

import dev.parley.attachment.AttachmentId;
import dev.parley.attachment.StoredAttachment;
import dev.parley.attachment.Upload;
import dev.parley.attachment.Upload.Flaw;
import dev.parley.attachment.Uploads;
import dev.parley.attachment.WaitingUploads;
import dev.parley.channel.Blob;
import dev.parley.channel.FileRules;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Draft;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.multipart.MultipartFile;

/// Accepts files from API clients, and reports precisely why a file is refused.
@Component
class FileUpload {
    private final Conversations conversations;
    private final Uploads uploads;
    private final WaitingUploads waitingUploads;

    FileUpload(Conversations conversations, Uploads uploads, WaitingUploads waitingUploads) {
        this.conversations = conversations;
        this.uploads = uploads;
        this.waitingUploads = waitingUploads;
    }

    StoredAttachment take(ConversationScope scope, ConversationId id, MultipartFile file) {
        if (conversations.byId(id).filter(scope::covers).isEmpty()) {
            throw ReplyRequests.unknown(id);
        }
        return switch (uploads.take(
                scope.writer(), id, content(file), file.getOriginalFilename())) {
            case Upload.Stored(var stored) -> stored;
            case Upload.Refused(var flaw, var rules) -> throw refused(id, flaw, rules);
        };
    }

    List<StoredAttachment> waiting(ConversationScope scope, ConversationId id) {
        if (conversations.byId(id).filter(scope::covers).isEmpty()) {
            throw ReplyRequests.unknown(id);
        }
        return waitingUploads.of(id, scope.user());
    }

    /// Deletes those of these files that no message uses.
    void discard(ConversationScope scope, List<AttachmentId> files) {
        files.forEach(file -> waitingUploads.discard(file, scope.user()));
    }

    private static Blob content(MultipartFile file) {
        return Blob.from(file::getInputStream, file.getSize());
    }

    private static RuntimeException refused(ConversationId id, Flaw flaw, FileRules rules) {
        return switch (flaw) {
            case NOT_ASSIGNED -> ReplyRequests.unknown(id);
            case DISABLED -> disabled();
            case NOT_SUPPORTED -> notAccepted();
            case EMPTY -> refused("empty", "The file is empty");
            case TOO_LARGE -> tooLarge(rules);
            case PICTURE_TOO_LARGE ->
                    refused(
                            "size",
                            "A picture must not exceed %d bytes".formatted(rules.sent().picture()));
            case BLOCKED -> refused("blockedType", "Files of this type could be harmful");
            case TOO_MANY ->
                    Problem.ATTACHMENTS_TOO_MANY.with(
                            "%d files are already waiting in this conversation"
                                    .formatted(Draft.MOST_FILES));
            case DISCARDED -> refused("discarded", "The file was deleted in the meantime");
        };
    }

    static RuntimeException disabled() {
        return Problem.ATTACHMENTS_DISABLED.with(
                "An administrator can switch files from agents on for this endpoint");
    }

    static RuntimeException notAccepted() {
        return Problem.ATTACHMENTS_UNSUPPORTED.with("Send a text without attachments");
    }

    private static ErrorResponseException tooLarge(FileRules rules) {
        return refused("size", "A file must not exceed %d bytes".formatted(rules.sent().file()));
    }

    /// The server accepts no larger request, whatever the channel accepts.
    static ErrorResponseException tooLargeForServer() {
        return refused("size", "The request is larger than the server accepts");
    }

    private static ErrorResponseException refused(String cause, String detail) {
        return Problem.ATTACHMENT_REFUSED.with(detail, Map.of("cause", cause));
    }
}
