package dev.parley.conversation;

import dev.parley.conversation.Conversation.Active;
import dev.parley.conversation.Conversation.Closed;
import dev.parley.conversation.Conversation.Closing;
import dev.parley.conversation.Conversation.Open;
import dev.parley.conversation.Conversation.Waiting;
import dev.parley.conversation.Conversation.WrapUp;
import dev.parley.conversation.Message.Note;
import dev.parley.identity.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Snoozes conversations: they wait until a time, or until the customer writes.
@Component
public class Snoozing {
    private static final Duration LONGEST = Duration.ofDays(366);

    private final Conversations conversations;
    private final ConversationUpdates updates;
    private final Access access;
    private final Clock clock;

    Snoozing(Conversations conversations, ConversationUpdates updates, Access access, Clock clock) {
        this.conversations = conversations;
        this.updates = updates;
        this.access = access;
        this.clock = clock;
    }

    /// {@return whether a conversation can be snoozed until this time: in the future, and within a
    /// year}
    public static boolean isPossible(Instant until, Instant now) {
        return until.isAfter(now) && !until.isAfter(now.plus(LONGEST));
    }

    /// Snoozes an active conversation. One that is waiting already is snoozed too, or longer.
    ///
    /// @param until as [#isPossible] demands
    /// @throws ConversationConflict when it is neither active nor waiting with this agent
    @Transactional
    public void snooze(ConversationId id, UserId agent, Instant until) {
        access.mustBeAgent(agent);
        var now = clock.instant();
        if (!isPossible(until, now)) {
            throw new IllegalArgumentException("Not within a year from now: " + until);
        }
        var conversation =
                conversations
                        .lock(id)
                        .orElseThrow(() -> ConversationConflict.notAssigned(id, agent));
        var snoozed =
                switch (conversation) {
                    case Active active when agent.equals(active.agent()) ->
                            active.snooze(until, now);
                    case Waiting waiting when agent.equals(waiting.agent()) ->
                            waiting.snooze(until);
                    case Active _, Waiting _, Open _, WrapUp _, Closing _, Closed _ ->
                            throw ConversationConflict.notAssigned(id, agent);
                };
        updates.move(conversation, snoozed, Note.SNOOZED, agent, now);
    }

    /// Makes the next conversation active whose snooze has ended; {@return false if there is none}
    @Transactional
    boolean wakeNext() {
        var due = conversations.lockNextSnoozed(clock.instant());
        due.ifPresent(found -> {
            if (found instanceof Waiting waiting && waiting.agent() != null) {
                var now = clock.instant();
                updates.wake(waiting, waiting.resume(waiting.agent(), now), now);
            }
        });
        return due.isPresent();
    }
}
