package dev.parley.conversation;

import dev.parley.channel.Content;
import dev.parley.channel.ReplyWindowState;
import dev.parley.conversation.Conversation.Active;
import dev.parley.conversation.Message.Author;
import dev.parley.conversation.Message.Kind;
import dev.parley.conversation.Message.Note;
import dev.parley.conversation.Message.Status;
import dev.parley.identity.UserId;
import dev.parley.platform.Ids;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What time-out rules do in active conversations, each with a line in the timeline. Everything is
/// part of a transaction that has locked the conversation with [#lock] or [#lockOwn].
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class TimeOutMoves {
    private final Conversations conversations;
    private final ConversationUpdates updates;
    private final ConversationRules rules;
    private final Access access;
    private final Clock clock;

    TimeOutMoves(
            Conversations conversations,
            ConversationUpdates updates,
            ConversationRules rules,
            Access access,
            Clock clock) {
        this.conversations = conversations;
        this.updates = updates;
        this.rules = rules;
        this.access = access;
        this.clock = clock;
    }

    /// {@return the conversation, locked; empty if it is not active, or somebody else has locked
    /// it}
    public Optional<Active> lock(ConversationId id) {
        return conversations.lockFree(List.of(id)).stream()
                .filter(Active.class::isInstance)
                .map(Active.class::cast)
                .findFirst();
    }

    /// {@return this agent's conversation, locked}
    ///
    /// @throws ConversationConflict when it is not active, or not assigned to this agent
    public Active lockOwn(ConversationId id, UserId agent) {
        access.mustBeAgent(agent);
        if (conversations.lock(id).orElse(null) instanceof Active active
                && agent.equals(active.agent())) {
            return active;
        }
        throw ConversationConflict.notAssigned(id, agent);
    }

    /// Writes to the customer, if an automated message may be sent now. It does not count as a
    /// reply, and is not shown in lists.
    ///
    /// @param key of the message, unique in the conversation: the same key writes only once
    /// @param text not blank
    public Delivery write(Active active, String key, String text) {
        var delivery = delivery(active);
        if (delivery == Delivery.SENT) {
            var now = clock.instant();
            var place = 0;
            for (var part : rules.of(active).texts().split(text)) {
                var content = new Content.Text(part);
                var partKey = "%s#%03d".formatted(key, place);
                updates.send(message(content, partKey, place), active, now);
                place++;
            }
        }
        return delivery;
    }

    private NewMessage message(Content content, String key, int place) {
        return new NewMessage(
                new MessageId(Ids.next()),
                null,
                Author.SYSTEM,
                null,
                Kind.of(content),
                content,
                null,
                clock.instant().plusNanos(1000L * place),
                null,
                Status.QUEUED,
                null,
                key,
                MessageEffect.TIMELINE_ONLY);
    }

    private Delivery delivery(Active active) {
        var control = active.details().control();
        if (active.details().blocked()) {
            return Delivery.BLOCKED;
        }
        if (!rules.hasEndpoint(active)) {
            return Delivery.ENDPOINT_REMOVED;
        }
        if (control != null && control.blocksUs(clock.instant())) {
            return Delivery.CONTROLLED_ELSEWHERE;
        }
        return rules.windowOf(active) instanceof ReplyWindowState.Open
                ? Delivery.SENT
                : Delivery.WINDOW_CLOSED;
    }

    /// Adds a line.
    ///
    /// @param content what it says besides its note; null for nothing
    /// @param by null for Parley
    public void record(
            Active active, Note note, @Nullable UserId by, Content.@Nullable Text content) {
        updates.addNote(active, note, by, content, clock.instant());
        updates.changed(active, true);
    }

    /// Adds a line, and makes the agent look at it: the conversation counts as unread.
    public void remindAgent(Active active, Content.Text line) {
        updates.remindAgent(active, Note.TIMED_OUT, line, clock.instant());
    }

    public void moveToWaiting(Active active, Content.Text line) {
        move(active, active.moveToWaiting(clock.instant()), line);
    }

    /// Moves it to wrap-up.
    public void end(Active active, Content.Text line) {
        move(active, active.end(clock.instant()), line);
    }

    /// Closes it, without a disposition code.
    public void close(Active active, Content.Text line) {
        move(active, Conversation.expire(active, clock.instant()), line);
    }

    private void move(Active from, Conversation to, Content.Text line) {
        updates.move(from, to, Note.TIMED_OUT, null, line, clock.instant());
    }

    /// What became of an automated message.
    public enum Delivery {
        /// It is in the outbox.
        SENT,
        /// The customer is blocked.
        BLOCKED,
        /// Another app controls the conversation.
        CONTROLLED_ELSEWHERE,
        /// The reply window is closed, or open only to what a person writes.
        WINDOW_CLOSED,
        ENDPOINT_REMOVED
    }
}
