package dev.parley.conversation;

import dev.parley.channel.Content;
import dev.parley.channel.ReplyWindowState;
import dev.parley.conversation.Conversation.Closed;
import dev.parley.conversation.Message.Note;
import dev.parley.identity.UserId;
import dev.parley.platform.Ids;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Starts a closed conversation again, with a new one that continues it: closed conversations stay
/// closed.
@Component
public class ConversationRestart {
    private final Conversations conversations;
    private final CustomerBlocks blocks;
    private final ConversationUpdates updates;
    private final ConversationRules rules;
    private final Access access;
    private final AutoCloseDeadline autoClose;
    private final Clock clock;

    ConversationRestart(
            Conversations conversations,
            CustomerBlocks blocks,
            ConversationUpdates updates,
            ConversationRules rules,
            Access access,
            AutoCloseDeadline autoClose,
            Clock clock) {
        this.conversations = conversations;
        this.blocks = blocks;
        this.updates = updates;
        this.rules = rules;
        this.access = access;
        this.autoClose = autoClose;
        this.clock = clock;
    }

    /// {@return whether it is closed, and the customer can still be written to}
    public boolean isPossible(Conversation conversation) {
        return conversation instanceof Closed
                && rules.hasEndpoint(conversation)
                && !(rules.windowOf(conversation) instanceof ReplyWindowState.Closed);
    }

    /// Starts it again, assigned to this agent. {@return the new conversation; the running one if
    /// this agent already has one with the customer}
    ///
    /// @throws ConversationConflict when it is not closed, the reply window is, or another agent
    ///   has a running conversation with the customer
    @Transactional
    public ConversationId startAgain(ConversationId id, UserId agent) {
        access.mustBeAgent(agent);
        var found = conversations.lock(id).orElse(null);
        if (!(found instanceof Closed closed) || !isPossible(closed)) {
            throw new ConversationConflict(id.value() + " cannot be started again");
        }
        return conversations
                .lockRunning(closed.details().address())
                .map(running -> assigned(running, agent))
                .orElseGet(() -> started(closed, agent));
    }

    private ConversationId started(Closed closed, UserId agent) {
        var now = clock.instant();
        var next = new ConversationId(Ids.next());
        var blocked = !blocks.blockedAmong(List.of(closed.details().customer())).isEmpty();
        return conversations
                .startAgain(next, closed.id(), agent, blocked, now, autoClose.closeAtOfActive(now))
                .map(number ->
                        started(closed, closed.startAgain(next, number, agent, blocked, now)))
                .orElseThrow(ConversationRestart::isRunning);
    }

    private ConversationId started(Closed closed, Conversation.Active active) {
        var earlier = new Content.Text("#" + closed.details().number());
        updates.addNote(active, Note.STARTED_AGAIN, active.agent(), earlier, active.since());
        updates.stateChanged(active, null);
        updates.changed(active, true);
        return active.id();
    }

    private static ConversationId assigned(Conversation running, UserId agent) {
        if (!agent.equals(running.agent())) {
            throw isRunning();
        }
        return running.id();
    }

    private static ConversationConflict isRunning() {
        return new ConversationConflict("The customer has a running conversation");
    }
}
