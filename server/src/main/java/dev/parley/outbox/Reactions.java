package dev.parley.outbox;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.parley.channel.ChannelRules.Feature;
import dev.parley.channel.Reaction;
import dev.parley.channel.ReplyWindowState;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationChanged;
import dev.parley.conversation.ConversationConflict;
import dev.parley.conversation.ConversationRules;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Message;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.Messages;
import dev.parley.conversation.Replies.Writer;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Queues the agents' reactions for sending. They are not ordered with messages. Sending one is
/// idempotent, so a lost one is simply sent again.
@Component
public class Reactions {
    private final ReactionRows rows;
    private final Messages messages;
    private final Conversations conversations;
    private final ConversationRules rules;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reactions(
            ReactionRows rows,
            Messages messages,
            Conversations conversations,
            ConversationRules rules,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.messages = messages;
        this.conversations = conversations;
        this.rules = rules;
        this.events = events;
        this.clock = clock;
    }

    /// Puts this reaction on a customer's message, in place of the one before.
    ///
    /// @param reaction null to remove it
    /// @throws ConversationConflict when there is nothing to react to, or not for this author, or
    ///   no longer
    @Transactional
    public void react(MessageId id, @Nullable Reaction reaction, Writer writer) {
        // Locked before the message is read: it may be unsent at the same time.
        var conversation = conversations.lockOf(id).orElseThrow(() -> gone(id));
        var message = messages.byId(id).orElseThrow(() -> gone(id));
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

    private boolean mayReact(Message message, Conversation conversation, Writer writer) {
        var reachable = message.channelMessageId() != null && message.erasedAt() == null;
        return message.isInbound()
                && rules.of(conversation).allows(Feature.REACTIONS)
                && reachable
                && writer.mayWriteIn(conversation)
                && !(rules.windowOf(conversation) instanceof ReplyWindowState.Closed);
    }

    private static ConversationConflict gone(MessageId id) {
        return new ConversationConflict("Message " + id.value() + " cannot be reacted to");
    }

    /// Published in the transaction in which a reaction was queued.
    record ReactionWanted(MessageId message) {}
}
