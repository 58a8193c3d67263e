package dev.parley.desk;

import dev.parley.channel.ConversationControl.Answer;
import dev.parley.channel.ConversationControl.Party;
import dev.parley.channel.FailureCause;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Handovers;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.PageFrame;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Handles the buttons that change which app controls the conversation in the channel.
@Controller
class ConversationControlController {
    private final Handovers handovers;
    private final ConversationAccess access;

    ConversationControlController(Handovers handovers, ConversationAccess access) {
        this.handovers = handovers;
        this.access = access;
    }

    @PostMapping("/desk/conversations/{id}/control/take-over")
    ResponseEntity<String> take(PageFrame frame, SignedIn me, @PathVariable UUID id) {
        return answer(frame, me, id, handovers.take(new ConversationId(id), me.userId()));
    }

    @PostMapping("/desk/conversations/{id}/control/request")
    ResponseEntity<String> request(PageFrame frame, SignedIn me, @PathVariable UUID id) {
        return answer(frame, me, id, handovers.request(new ConversationId(id), me.userId()));
    }

    /// @param app empty for the channel's own inbox
    @PostMapping("/desk/conversations/{id}/control/pass")
    ResponseEntity<String> pass(
            PageFrame frame, SignedIn me, @PathVariable UUID id, @RequestParam String app) {
        var to = app.isEmpty() ? Party.INBOX : new Party(Party.Kind.APP, app);
        return answer(frame, me, id, handovers.pass(new ConversationId(id), me.userId(), to));
    }

    @PostMapping("/desk/conversations/{id}/control/release")
    ResponseEntity<String> release(PageFrame frame, SignedIn me, @PathVariable UUID id) {
        return answer(frame, me, id, handovers.release(new ConversationId(id), me.userId()));
    }

    /// Whether the request never reached the channel, so that the channel did not refuse it.
    private static boolean isOurs(String cause) {
        return cause.equals(FailureCause.ENDPOINT) || cause.equals(FailureCause.NETWORK);
    }

    private ResponseEntity<String> answer(PageFrame frame, SignedIn me, UUID id, Answer answer) {
        return switch (answer) {
            case Answer.Done _ -> ResponseEntity.noContent().build();
            case Answer.Refused(var cause) -> {
                var channel = access.require(id, me).details().address().channel();
                yield TextResponse.of(
                        422,
                        frame.text(
                                isOurs(cause) ? "desk.control.failed" : "desk.control.refused",
                                CauseTexts.of(frame.t(), channel, cause)));
            }
        };
    }
}
