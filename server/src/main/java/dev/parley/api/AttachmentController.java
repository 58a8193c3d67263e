package dev.parley.api;

import dev.parley.attachment.AttachmentId;
import dev.parley.attachment.Attachments;
import dev.parley.attachment.Attachments.Opened;
import dev.parley.attachment.web.FileResponse;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Conversations;
import dev.parley.identity.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
class AttachmentController implements AttachmentContract {
    private final Attachments attachments;
    private final Conversations conversations;
    private final FileUpload fileUpload;

    AttachmentController(
            Attachments attachments, Conversations conversations, FileUpload fileUpload) {
        this.attachments = attachments;
        this.conversations = conversations;
        this.fileUpload = fileUpload;
    }

    @Override
    public ResponseEntity<Resource> one(
            UUID id, SignedIn reader, HttpServletRequest request, HttpServletResponse response) {
        return attachments
                .open(new AttachmentId(id), reader)
                .filter(opened -> isWithin(ConversationScope.of(reader), opened))
                .map(opened -> ByteRanges.checked(opened, request, response))
                .map(opened -> FileResponse.original(opened, response))
                .orElseThrow(() ->
                        Problem.NOT_FOUND.with(
                                "There is no attachment %s that you may see".formatted(id)));
    }

    @Override
    public MessageItem.AttachmentItem upload(
            UUID conversationId, MultipartFile file, SignedIn writer) {
        var scope = ConversationScope.of(writer);
        return MessageItems.attachment(
                fileUpload.take(scope, new ConversationId(conversationId), file));
    }

    @Override
    public WaitingItems waiting(UUID conversationId, SignedIn writer) {
        var id = new ConversationId(conversationId);
        return new WaitingItems(
                fileUpload.waiting(ConversationScope.of(writer), id).stream()
                        .map(MessageItems::attachment)
                        .toList());
    }

    @Override
    public void delete(UUID id, SignedIn writer) {
        fileUpload.discard(ConversationScope.of(writer), List.of(new AttachmentId(id)));
    }

    private boolean isWithin(ConversationScope scope, Opened opened) {
        return conversations
                .byId(opened.attachment().conversation())
                .filter(scope::covers)
                .isPresent();
    }
}
