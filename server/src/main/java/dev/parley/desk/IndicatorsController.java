package dev.parley.desk;

import dev.parley.channel.ByChannel;
import dev.parley.channel.SenderActions;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationChanged;
import dev.parley.conversation.Conversations;
import dev.parley.identity.SignedIn;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Shows the customer that the agent is typing, or has seen the messages.
@Controller
class IndicatorsController {
    private final ConversationAccess access;
    private final Conversations conversations;
    private final ByChannel<SenderActions> senderActions;
    private final ApplicationEventPublisher events;

    IndicatorsController(
            ConversationAccess access,
            Conversations conversations,
            List<SenderActions> senderActions,
            ApplicationEventPublisher events) {
        this.access = access;
        this.conversations = conversations;
        this.senderActions = new ByChannel<>(senderActions);
        this.events = events;
    }

    @PostMapping("/desk/conversations/{id}/typing")
    ResponseEntity<Void> typing(SignedIn me, @PathVariable UUID id) {
        var conversation = access.require(id, me);
        if (ConversationAccess.mayActOn(me, conversation)
                && conversation.state() == Conversation.State.ACTIVE) {
            var to = conversation.talk().address();
            senderActions.find(to.channel()).ifPresent(channel -> channel.typing(to));
        }
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/desk/conversations/{id}/read")
    ResponseEntity<Void> read(SignedIn me, @PathVariable UUID id) {
        var conversation = access.require(id, me);
        if (ConversationAccess.mayActOn(me, conversation)
                && conversations.seen(conversation.id())) {
            var to = conversation.talk().address();
            senderActions.find(to.channel()).ifPresent(channel -> channel.seen(to));
            events.publishEvent(new ConversationChanged(conversation.id(), me.userId(), true));
        }
        return ResponseEntity.noContent().build();
    }
}
