package dev.parley.desk;

import dev.parley.conversation.ConversationConflict;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.InternalNotes;
import dev.parley.desk.view.DeskTexts;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import dev.parley.platform.web.PageFrame;
import dev.parley.routing.Transfers;
import dev.parley.routing.Transfers.Target;
import dev.parley.team.QueueId;
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

/// Transfers a conversation to a queue or to another agent.
@Controller
class TransferController {
    private final Templates templates;
    private final ConversationAccess access;
    private final TransferTargets targets;
    private final Transfers transfers;
    private final Clock clock;

    TransferController(
            Templates templates,
            ConversationAccess access,
            TransferTargets targets,
            Transfers transfers,
            Clock clock) {
        this.templates = templates;
        this.access = access;
        this.targets = targets;
        this.transfers = transfers;
        this.clock = clock;
    }

    /// {@return the form}
    @GetMapping("/desk/conversations/{id}/transfer")
    JteModel form(PageFrame frame, SignedIn me, @PathVariable UUID id) {
        var w = DeskTexts.of(frame, clock.instant());
        var opened = access.open(id, me);
        if (!opened.mayWrite()) {
            throw new ConversationConflict("Conversation " + id + " is not assigned to the user");
        }
        var customerName = CustomerNames.name(w, opened);
        return templates.deskTransfer(w, targets.of(w, me, id, customerName));
    }

    /// @param target the kind and the id of the queue or agent, such as `queue:` and a UUID
    @PostMapping("/desk/conversations/{id}/transfer")
    ResponseEntity<String> transfer(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String target,
            @RequestParam(defaultValue = "") String note,
            @RequestParam UUID key) {
        var chosen = target(target);
        if (chosen.isEmpty()) {
            return TextResponse.of(422, frame.text("desk.transfer.none"));
        }
        var conversation = new ConversationId(id);
        var result =
                transfers.transfer(conversation, me.userId(), chosen.get(), note, key.toString());
        return switch (result) {
            case TRANSFERRED -> ResponseEntity.noContent().build();
            case NO_SUCH_TARGET -> TextResponse.of(422, frame.text("desk.transfer.gone"));
            case CUSTOMER_BLOCKED -> TextResponse.of(422, frame.text("blocking.transfer.blocked"));
            case NOTE_TOO_LONG ->
                    TextResponse.of(
                            422, frame.text("desk.internalNote.tooLong", InternalNotes.LONGEST));
        };
    }

    private static Optional<Target> target(String chosen) {
        var parts = chosen.split(":", 2);
        try {
            return switch (parts[0]) {
                case "queue" ->
                        Optional.of(new Target.ToQueue(new QueueId(UUID.fromString(parts[1]))));
                case "agent" ->
                        Optional.of(new Target.ToAgent(new UserId(UUID.fromString(parts[1]))));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
            return Optional.empty();
        }
    }
}
