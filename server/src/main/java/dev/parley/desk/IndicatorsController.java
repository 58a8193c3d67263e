package dev.parley.desk;

import dev.parley.channel.ByChannel;
import dev.parley.channel.SenderActions;
import dev.parley.conversation.Conversation;
import dev.parley.identity.SignedIn;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Shows the customer that the agent is typing.
@Controller
class IndicatorsController {
    private final ConversationAccess access;
    private final ByChannel<SenderActions> senderActions;

    IndicatorsController(ConversationAccess access, List<SenderActions> senderActions) {
        this.access = access;
        this.senderActions = new ByChannel<>(senderActions);
    }

    @PostMapping("/desk/conversations/{id}/typing")
    ResponseEntity<Void> typing(SignedIn me, @PathVariable UUID id) {
        var conversation = access.require(id, me);
        if (ConversationAccess.mayActOn(me, conversation)
                && conversation.state() == Conversation.State.ACTIVE) {
            var to = conversation.details().address();
            senderActions.find(to.channel()).ifPresent(channel -> channel.typing(to));
        }
        return ResponseEntity.noContent().build();
    }
}
