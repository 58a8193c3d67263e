package dev.parley.desk;

import dev.parley.conversation.Blocking;
import dev.parley.conversation.ConversationId;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.PageFrame;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Blocks the customer of a conversation, and lifts the block.
@Controller
class BlockingController {
    private final ConversationAccess access;
    private final Blocking blocking;

    BlockingController(ConversationAccess access, Blocking blocking) {
        this.access = access;
        this.blocking = blocking;
    }

    @PostMapping("/desk/conversations/{id}/block")
    ResponseEntity<String> block(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason) {
        return switch (blocking.block(me, new ConversationId(id), reason)) {
            case DONE -> ResponseEntity.noContent().build();
            case NO_REASON -> TextResponse.of(422, frame.text("blocking.reason.fill"));
            case REASON_TOO_LONG ->
                    TextResponse.of(
                            422, frame.text("blocking.reason.tooLong", Blocking.LONGEST_REASON));
            case NOT_ALLOWED -> TextResponse.of(403, frame.text("blocking.notAllowed"));
        };
    }

    @PostMapping("/desk/conversations/{id}/unblock")
    ResponseEntity<String> lift(SignedIn me, @PathVariable UUID id) {
        blocking.lift(me, access.require(id, me).details().customer());
        return ResponseEntity.noContent().build();
    }
}
