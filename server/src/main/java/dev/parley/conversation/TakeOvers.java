package dev.parley.conversation;

import dev.parley.channel.Content;
import dev.parley.conversation.Conversation.Active;
import dev.parley.conversation.Conversation.Waiting;
import dev.parley.conversation.Message.Note;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import dev.parley.identity.Users;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Taking a conversation over from another agent. Only the agent to whom a conversation is assigned
/// replies in it. A supervisor who is also an agent can take it over; a participant receives it by
/// a transfer. The former agent is notified, and keeps their draft.
@Component
public class TakeOvers {
    private final Conversations conversations;
    private final ConversationUpdates updates;
    private final TakeOverRows rows;
    private final Access access;
    private final Users users;
    private final Clock clock;

    TakeOvers(
            Conversations conversations,
            ConversationUpdates updates,
            TakeOverRows rows,
            Access access,
            Users users,
            Clock clock) {
        this.conversations = conversations;
        this.updates = updates;
        this.rows = rows;
        this.access = access;
        this.users = users;
        this.clock = clock;
    }

    /// {@return whether this user can take the conversation over}
    public static boolean isPossible(Conversation conversation, SignedIn me) {
        return Access.mayAct(me)
                && Access.mayReadAll(me)
                && formerAgent(conversation)
                        .filter(agent -> !agent.equals(me.userId()))
                        .isPresent();
    }

    /// Makes the conversation active with this agent. Who takes back what was taken over from them
    /// needs no more to be told.
    ///
    /// @throws ConversationConflict when it is not, or no longer, active or waiting with another
    ///   agent, or this user may not read it
    @Transactional
    public void takeOver(SignedIn me, ConversationId id) {
        access.mustBeAgent(me.userId());
        var conversation =
                conversations
                        .lock(id)
                        .filter(found -> isPossible(found, me))
                        .orElseThrow(() ->
                                new ConversationConflict(
                                        "Conversation %s cannot be taken over"
                                                .formatted(id.value())));
        var former = formerAgent(conversation).orElseThrow();
        var now = clock.instant();
        var name = users.names(List.of(former)).getOrDefault(former, "");
        updates.move(
                conversation,
                new Active(conversation.details(), me.userId(), now),
                Note.TAKEN_OVER,
                me.userId(),
                new Content.Text(name),
                now);
        rows.add(id, former, me.userId(), now);
        updates.takenOver(former);
        if (rows.delete(me.userId(), id)) {
            updates.takenOver(me.userId());
        }
    }

    /// The user has seen which conversations were taken over from them.
    @Transactional
    public void seen(UserId former) {
        if (rows.delete(former)) {
            updates.takenOver(former);
        }
    }

    private static Optional<UserId> formerAgent(Conversation conversation) {
        return switch (conversation) {
            case Active active -> Optional.of(active.agent());
            case Waiting waiting -> Optional.ofNullable(waiting.agent());
            case Conversation.Open _,
                    Conversation.WrapUp _,
                    Conversation.Closing _,
                    Conversation.Closed _ ->
                    Optional.empty();
        };
    }
}
