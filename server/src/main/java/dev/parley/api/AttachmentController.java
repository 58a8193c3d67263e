package dev.parley.api;

import dev.parley.attachment.AttachmentId;
import dev.parley.attachment.Attachments;
import dev.parley.attachment.Attachments.Opened;
import dev.parley.attachment.web.Serving;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Conversations;
import dev.parley.identity.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController("apiAttachmentController")
class AttachmentController implements AttachmentContract {
    private final Attachments attachments;
    private final Conversations conversations;
    private final HandingIn handingIn;

    AttachmentController(
            Attachments attachments, Conversations conversations, HandingIn handingIn) {
        this.attachments = attachments;
        this.conversations = conversations;
        this.handingIn = handingIn;
    }

    @Override
    public ResponseEntity<Resource> one(
            UUID id, SignedIn reader, HttpServletRequest request, HttpServletResponse response) {
        return attachments
                .open(new AttachmentId(id), reader)
                .filter(opened -> isWithin(Reach.of(reader), opened))
                .map(opened -> Ranges.checked(opened, request, response))
                .map(opened -> Serving.original(opened, response))
                .orElseThrow(() ->
                        Problem.NOT_FOUND.because(
                                "There is no attachment %s that you may see".formatted(id)));
    }

    @Override
    public MessageItem.AttachmentItem upload(
            UUID conversationId, MultipartFile file, SignedIn writer) {
        var reach = Reach.of(writer);
        return MessageItems.copied(handingIn.take(reach, new ConversationId(conversationId), file));
    }

    private boolean isWithin(Reach reach, Opened opened) {
        return conversations
                .byId(opened.attachment().conversation())
                .filter(reach::covers)
                .isPresent();
    }
}
