package dev.parley.desk;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Participants;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import dev.parley.routing.ConsultId;
import dev.parley.routing.Consults;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/// The answers of colleagues who are asked into a conversation, and who is in it.
@Controller
@ResponseStatus(HttpStatus.NO_CONTENT)
class ParticipantsController {
    private final Consults consults;
    private final Participants participants;

    ParticipantsController(Consults consults, Participants participants) {
        this.consults = consults;
        this.participants = participants;
    }

    @PostMapping("/desk/consults/{id}/accept")
    void accept(SignedIn me, @PathVariable UUID id) {
        consults.accept(new ConsultId(id), me.userId());
    }

    @PostMapping("/desk/consults/{id}/decline")
    void decline(SignedIn me, @PathVariable UUID id) {
        consults.decline(new ConsultId(id), me.userId());
    }

    @PostMapping("/desk/conversations/{id}/consult/{user}/withdraw")
    void withdraw(SignedIn me, @PathVariable UUID id, @PathVariable UUID user) {
        consults.withdraw(me, new ConversationId(id), new UserId(user));
    }

    @PostMapping("/desk/conversations/{id}/participants/{user}/add")
    void add(SignedIn me, @PathVariable UUID id, @PathVariable UUID user) {
        participants.add(me, new ConversationId(id), new UserId(user));
    }

    /// Ends the consult of a colleague, or removes them from the conversation.
    @PostMapping("/desk/conversations/{id}/participants/{user}/remove")
    void remove(SignedIn me, @PathVariable UUID id, @PathVariable UUID user) {
        participants.remove(me, new ConversationId(id), new UserId(user));
    }

    @PostMapping("/desk/conversations/{id}/participants/leave")
    void leave(SignedIn me, @PathVariable UUID id) {
        participants.leave(me, new ConversationId(id));
    }
}
