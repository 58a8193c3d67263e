package dev.parley.desk;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.ConversationRestart;
import dev.parley.conversation.Moves;
import dev.parley.identity.SignedIn;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/// The agent's actions on conversations, besides writing.
@Controller
@ResponseStatus(HttpStatus.NO_CONTENT)
class MovesController {
    private final Moves moves;
    private final ConversationRestart restart;

    MovesController(Moves moves, ConversationRestart restart) {
        this.moves = moves;
        this.restart = restart;
    }

    /// Assigns an unassigned conversation from the list to the agent.
    @PostMapping("/desk/conversations/{id}/assign-to-me")
    void assignToMe(SignedIn me, @PathVariable UUID id) {
        moves.take(new ConversationId(id), me.userId());
    }

    @PostMapping("/desk/conversations/{id}/end")
    void end(SignedIn me, @PathVariable UUID id) {
        moves.end(new ConversationId(id), me.userId());
    }

    @PostMapping("/desk/conversations/{id}/wait")
    void moveToWaiting(SignedIn me, @PathVariable UUID id) {
        moves.moveToWaiting(new ConversationId(id), me.userId());
    }

    @PostMapping("/desk/conversations/{id}/resume")
    void resume(SignedIn me, @PathVariable UUID id) {
        moves.resume(new ConversationId(id), me.userId());
    }

    @PostMapping("/desk/conversations/{id}/close")
    void close(SignedIn me, @PathVariable UUID id) {
        moves.close(new ConversationId(id), me.userId());
    }

    /// Opens the conversation that continues this one.
    @PostMapping("/desk/conversations/{id}/start-again")
    ResponseEntity<Void> startAgain(SignedIn me, @PathVariable UUID id) {
        var next = restart.startAgain(new ConversationId(id), me.userId());
        return ResponseEntity.noContent()
                .header("HX-Redirect", "/desk/conversations/" + next.value())
                .build();
    }

    @PostMapping("/desk/conversations/{id}/undo-end")
    void undoEnd(SignedIn me, @PathVariable UUID id) {
        moves.undoEnd(new ConversationId(id), me.userId());
    }

    @PostMapping("/desk/conversations/{id}/undo-close")
    void undoClose(SignedIn me, @PathVariable UUID id) {
        moves.undoClose(new ConversationId(id), me.userId());
    }
}
