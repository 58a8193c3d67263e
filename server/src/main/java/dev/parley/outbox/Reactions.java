package dev.parley.outbox;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.parley.channel.ChannelRules;
import dev.parley.channel.ChannelRules.Feature;
import dev.parley.channel.Channels;
import dev.parley.channel.Reaction;
import dev.parley.channel.ReplyWindowState;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationChanged;
import dev.parley.conversation.ConversationConflict;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Message;
import dev.parley.conversation.MessageErased;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.Messages;
import dev.parley.conversation.Replies;
import dev.parley.conversation.Replies.Writer;
import dev.parley.work.Pump;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/// Queues the agents' reactions for sending. They are not ordered with messages. Sending one is
/// idempotent, so a lost one is simply sent again.
@Component
public class Reactions {
    private final ReactionRows rows;
    private final Messages messages;
    private final Conversations conversations;
    private final Replies replies;
    private final Channels channels;
    private final ApplicationEventPublisher events;
    private final Pump pump;
    private final Clock clock;

    Reactions(
            ReactionRows rows,
            Messages messages,
            Conversations conversations,
            Replies replies,
            Channels channels,
            ApplicationEventPublisher events,
            Pump reactionsPump,
            Clock clock) {
        this.rows = rows;
        this.messages = messages;
        this.conversations = conversations;
        this.replies = replies;
        this.channels = channels;
        this.events = events;
        this.pump = reactionsPump;
        this.clock = clock;
    }

    /// Puts this reaction on a customer's message, in place of the one before.
    ///
    /// @param reaction null to remove it
    /// @throws ConversationConflict when there is nothing to react to, or not for this author, or
    ///   no longer
    @Transactional
    public void react(MessageId id, @Nullable Reaction reaction, Writer writer) {
        var message = messages.byId(id).orElseThrow(() -> gone(id));
        var conversation = conversations.lock(message.conversation()).orElseThrow(() -> gone(id));
        if (!mayReact(message, conversation, writer)) {
            throw gone(id);
        }
        rows.want(message, conversation, reaction, writer.id(), clock.instant());
        events.publishEvent(new ReactionWanted(id));
        events.publishEvent(new ConversationChanged(conversation.id(), writer.id(), false));
    }

    /// {@return the company's reactions to these messages; no entry for messages without one}
    public Map<MessageId, SentReaction> of(Collection<MessageId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : rows.of(ids).stream().collect(toMap(SentReaction::message, identity()));
    }

    @TransactionalEventListener
    void nudge(ReactionWanted wanted) {
        pump.nudge();
    }

    @EventListener
    void letGo(MessageErased erased) {
        rows.forget(erased.id());
    }

    private boolean mayReact(Message message, Conversation conversation, Writer writer) {
        var reachable = message.mid() != null && message.erasedAt() == null;
        return message.isInbound()
                && rules(conversation).allows(Feature.REACTIONS)
                && reachable
                && writer.mayWriteIn(conversation)
                && !(replies.windowOf(conversation) instanceof ReplyWindowState.Closed);
    }

    private ChannelRules rules(Conversation conversation) {
        return channels.rulesOf(conversation.talk().address().channel());
    }

    private static ConversationConflict gone(MessageId id) {
        return new ConversationConflict("Message " + id.value() + " cannot be reacted to");
    }

    /// Published in the transaction in which a reaction was queued.
    record ReactionWanted(MessageId message) {}
}
