package dev.parley.outbox;

import dev.parley.channel.ByChannel;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Messages;
import dev.parley.outbox.ReactionRows.PendingReaction;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Sends one reaction.
@Component
class ReactionTask {
    private final Messages messages;
    private final Conversations conversations;
    private final ByChannel<Courier> couriers;
    private final ReactionResults results;

    ReactionTask(
            Messages messages,
            Conversations conversations,
            List<Courier> couriers,
            ReactionResults results) {
        this.messages = messages;
        this.conversations = conversations;
        this.couriers = new ByChannel<>(couriers);
        this.results = results;
    }

    void send(PendingReaction pending) {
        var message = messages.byId(pending.message()).orElseThrow();
        var to = conversations.byId(message.conversation()).orElseThrow().details().address();
        var courier = couriers.of(to.channel());
        var outcome =
                courier.react(
                        to, Objects.requireNonNull(message.channelMessageId()), pending.wanted());
        results.settle(pending, outcome, message.conversation());
    }
}
