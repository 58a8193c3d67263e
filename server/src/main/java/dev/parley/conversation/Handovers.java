package dev.parley.conversation;

import dev.parley.channel.Address;
import dev.parley.channel.ByChannel;
import dev.parley.channel.Content.Handover;
import dev.parley.channel.Content.Move;
import dev.parley.channel.ConversationControl;
import dev.parley.channel.ConversationControl.Answer;
import dev.parley.channel.ConversationControl.Party;
import dev.parley.conversation.Conversation.Active;
import dev.parley.identity.UserId;
import java.time.Clock;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Changes who may answer the customer in the channel, on request of the agent to whom the
/// conversation is assigned. The channel decides; what it allowed is stored.
@Component
public class Handovers {
    private final ByChannel<ConversationControl> channels;
    private final Conversations conversations;
    private final Access access;
    private final ControlChanges controlChanges;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Handovers(
            List<ConversationControl> channels,
            Conversations conversations,
            Access access,
            ControlChanges controlChanges,
            TransactionTemplate transaction,
            Clock clock) {
        this.channels = new ByChannel<>(channels);
        this.conversations = conversations;
        this.access = access;
        this.controlChanges = controlChanges;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Takes the conversation from the app that controls it.
    ///
    /// @throws ConversationConflict when the conversation is not assigned to this agent
    public Answer take(ConversationId id, UserId agent) {
        return move(
                id, agent, new Handover(Move.TAKEN, null, Party.PARLEY), ConversationControl::take);
    }

    /// Asks the app that controls the conversation for it.
    ///
    /// @throws ConversationConflict when the conversation is not assigned to this agent
    public Answer request(ConversationId id, UserId agent) {
        return move(
                id,
                agent,
                new Handover(Move.REQUESTED, null, Party.PARLEY),
                ConversationControl::request);
    }

    /// Passes the conversation on.
    ///
    /// @throws ConversationConflict when the conversation is not assigned to this agent
    public Answer pass(ConversationId id, UserId agent, Party to) {
        return move(
                id,
                agent,
                new Handover(Move.PASSED, Party.PARLEY, to),
                (channel, customer) -> channel.pass(customer, to));
    }

    /// Releases the conversation, so that any app may answer.
    ///
    /// @throws ConversationConflict when the conversation is not assigned to this agent
    public Answer release(ConversationId id, UserId agent) {
        return move(
                id,
                agent,
                new Handover(Move.RELEASED, Party.PARLEY, null),
                ConversationControl::release);
    }

    private Answer move(
            ConversationId id,
            UserId agent,
            Handover handover,
            BiFunction<ConversationControl, Address, Answer> ask) {
        access.mustBeAgent(agent);
        var address = held(conversations.byId(id).orElse(null), id, agent).details().address();
        var channel = channels.find(address.channel()).orElse(null);
        if (channel == null) {
            return new Answer.Refused("setup");
        }
        var answer = ask.apply(channel, address);
        if (answer instanceof Answer.Done) {
            transaction.executeWithoutResult(_ -> store(id, handover, agent));
        }
        return answer;
    }

    private void store(ConversationId id, Handover handover, UserId agent) {
        conversations
                .lock(id)
                .ifPresent(held ->
                        controlChanges.recordHandover(held, handover, agent, clock.instant()));
    }

    private static Conversation held(
            @Nullable Conversation conversation, ConversationId id, UserId agent) {
        if (conversation instanceof Active active && agent.equals(active.agent())) {
            return active;
        }
        throw new ConversationConflict(
                "Conversation " + id.value() + " is not assigned to " + agent.value());
    }
}
