package dev.parley.desk;

import dev.parley.conversation.ConversationConflict;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.InternalNotes;
import dev.parley.conversation.Participants;
import dev.parley.desk.view.DeskTexts;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import dev.parley.platform.web.PageFrame;
import dev.parley.routing.ConsultRequests;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Asks colleagues into a conversation.
@Controller
class ConsultController {
    private final Templates templates;
    private final ConversationAccess access;
    private final ParticipantsReader reader;
    private final ConsultRequests requests;
    private final Clock clock;

    ConsultController(
            Templates templates,
            ConversationAccess access,
            ParticipantsReader reader,
            ConsultRequests requests,
            Clock clock) {
        this.templates = templates;
        this.access = access;
        this.reader = reader;
        this.requests = requests;
        this.clock = clock;
    }

    /// {@return the form}
    @GetMapping("/desk/conversations/{id}/consult")
    JteModel form(PageFrame frame, SignedIn me, @PathVariable UUID id) {
        var w = DeskTexts.of(frame, clock.instant());
        var opened = access.open(id, me);
        if (!Participants.mayAsk(opened.conversation(), me)) {
            throw new ConversationConflict("Conversation " + id + " is not assigned to the user");
        }
        return templates.deskConsult(w, reader.choices(w, opened));
    }

    /// @param agent who is asked; empty when none was chosen
    @PostMapping("/desk/conversations/{id}/consult")
    ResponseEntity<String> ask(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam Optional<UUID> agent,
            @RequestParam(defaultValue = "") String note,
            @RequestParam UUID key) {
        if (agent.isEmpty()) {
            return refused(frame, "consult.choose");
        }
        var conversation = new ConversationId(id);
        return switch (requests.ask(
                me, conversation, new UserId(agent.get()), note, key.toString())) {
            case ASKED -> ResponseEntity.noContent().build();
            case NO_SUCH_AGENT -> refused(frame, "consult.gone");
            case ALREADY -> refused(frame, "consult.already");
            case TOO_MANY -> refused(frame, "consult.tooMany", Participants.MOST);
            case NOTE_TOO_LONG ->
                    refused(frame, "desk.internalNote.tooLong", InternalNotes.LONGEST);
        };
    }

    private static ResponseEntity<String> refused(PageFrame frame, String key, Object... values) {
        return TextResponse.of(422, frame.text(key, values));
    }
}
