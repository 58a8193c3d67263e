package dev.parley.conversation;

import dev.parley.channel.Content;
import dev.parley.conversation.Conversation.Active;
import dev.parley.conversation.Conversation.Closing;
import dev.parley.conversation.Conversation.Open;
import dev.parley.conversation.Conversation.State;
import dev.parley.conversation.Conversation.Waiting;
import dev.parley.conversation.Conversation.WrapUp;
import dev.parley.conversation.Message.Note;
import dev.parley.identity.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What agents do with conversations, besides writing in them; for snooze see [Snoozing]. A
/// [ConversationConflict] is thrown when it is too late, or the conversation is not assigned to the
/// agent; users who are not agents are refused.
@Component
public class Moves {
    private final Conversations conversations;
    private final ConversationUpdates updates;
    private final InternalNotes notes;
    private final Dispositions dispositions;
    private final Access access;
    private final ConversationSettings settings;
    private final Clock clock;

    Moves(
            Conversations conversations,
            ConversationUpdates updates,
            InternalNotes notes,
            Dispositions dispositions,
            Access access,
            ConversationSettings settings,
            Clock clock) {
        this.conversations = conversations;
        this.updates = updates;
        this.notes = notes;
        this.dispositions = dispositions;
        this.access = access;
        this.settings = settings;
        this.clock = clock;
    }

    /// Assigns an open conversation to the agent who accepted its offer.
    ///
    /// @throws ConversationConflict when it is not open
    @Transactional
    public void assign(ConversationId id, UserId agent) {
        assign(id, agent, Note.ASSIGNED);
    }

    /// Assigns an open conversation to the agent without asking them.
    ///
    /// @throws ConversationConflict when it is not open
    @Transactional
    public void assignAutomatically(ConversationId id, UserId agent) {
        assign(id, agent, Note.ASSIGNED_AUTOMATICALLY);
    }

    /// Assigns an open conversation to the agent who took it without an offer.
    ///
    /// @throws ConversationConflict when it is not open
    @Transactional
    public void take(ConversationId id, UserId agent) {
        assign(id, agent, Note.TAKEN);
    }

    private void assign(ConversationId id, UserId agent, Note how) {
        access.mustBeAgent(agent);
        if (!(hold(id) instanceof Open open)) {
            throw new ConversationConflict("Conversation " + id.value() + " is not open");
        }
        moved(open, open.assignTo(agent, clock.instant()), how, agent);
    }

    /// Moves an active conversation to wrap-up.
    ///
    /// @throws ConversationConflict when it is not assigned to this agent
    @Transactional
    public void end(ConversationId id, UserId agent) {
        var active = active(id, agent);
        moved(active, active.end(clock.instant()), Note.ENDED, agent);
    }

    /// Moves an active conversation to waiting, which frees the agent's capacity.
    ///
    /// @throws ConversationConflict when it is not assigned to this agent
    @Transactional
    public void moveToWaiting(ConversationId id, UserId agent) {
        var active = active(id, agent);
        moved(active, active.moveToWaiting(clock.instant()), Note.MOVED_TO_WAITING, agent);
    }

    /// Makes a waiting conversation active again.
    ///
    /// @throws ConversationConflict when it is no longer waiting, or not this agent's
    @Transactional
    public void resume(ConversationId id, UserId agent) {
        access.mustBeAgent(agent);
        if (hold(id) instanceof Waiting waiting && agent.equals(waiting.agent())) {
            moved(waiting, waiting.resume(agent, clock.instant()), Note.RESUMED, agent);
        } else {
            throw new ConversationConflict(
                    "Conversation " + id.value() + " is not waiting for " + agent.value());
        }
    }

    /// Closes a conversation in wrap-up. It closes a little later, unless the agent undoes it, or
    /// the customer writes first.
    ///
    /// @throws ConversationConflict when it is not in this agent's wrap-up
    /// @throws DispositionMissing when the agent must choose a disposition code first
    @Transactional
    public void close(ConversationId id, UserId agent) {
        access.mustBeAgent(agent);
        if (wrappedUp(id, agent) instanceof WrapUp wrapUp) {
            dispositions.mustAllowClosing(wrapUp);
            var now = clock.instant();
            if (settings.undoFor().isZero()) {
                moved(wrapUp, wrapUp.close(now), Note.CLOSED, agent);
            } else {
                saved(wrapUp.closeAt(now.plus(settings.undoFor())));
            }
        }
    }

    /// {@return what the agent of this conversation can still undo}
    public Optional<Undo> undoOf(Conversation conversation) {
        return Undo.of(conversation, settings.undoFor(), clock.instant());
    }

    /// Makes a conversation active again that the agent just ended.
    ///
    /// @throws ConversationConflict when it is not in this agent's wrap-up, or for too long
    @Transactional
    public void undoEnd(ConversationId id, UserId agent) {
        access.mustBeAgent(agent);
        var conversation = wrappedUp(id, agent);
        if (conversation instanceof WrapUp wrapUp && undoOf(wrapUp).isPresent()) {
            moved(wrapUp, wrapUp.undoEnd(clock.instant()), Note.CONTINUED, agent);
        } else {
            throw tooLate(id);
        }
    }

    /// Cancels closing a conversation.
    ///
    /// @throws ConversationConflict when it is not closing, is closed, or is not this agent's
    @Transactional
    public void undoClose(ConversationId id, UserId agent) {
        access.mustBeAgent(agent);
        if (wrappedUp(id, agent) instanceof Closing closing) {
            var wrapUp = closing.undoClose();
            updates.addNote(wrapUp, Note.CLOSING_CANCELLED, agent, null, clock.instant());
            saved(wrapUp);
        } else {
            throw tooLate(id);
        }
    }

    /// Makes a conversation open again, because its agent is gone; one with a blocked customer is
    /// moved to waiting instead. {@return whether it was still assigned to them}
    @Transactional
    public boolean release(ConversationId id, UserId agent) {
        if (!(hold(id) instanceof Active active) || !agent.equals(active.agent())) {
            return false;
        }
        var released = active.release(clock.instant());
        moved(
                active,
                released,
                released instanceof Open ? Note.RELEASED : Note.MOVED_TO_WAITING,
                agent);
        return true;
    }

    /// Makes an active conversation open again, because its agent declines that a colleague
    /// assigned it to them; one with a blocked customer is moved to waiting instead.
    ///
    /// @throws ConversationConflict when it is not assigned to this agent
    @Transactional
    public void declineAssignment(ConversationId id, UserId agent) {
        var active = active(id, agent);
        moved(active, active.release(clock.instant()), Note.ASSIGNMENT_DECLINED, agent);
    }

    /// Makes an active conversation open again, because its agent transfers it. {@return false if
    /// it cannot be transferred, because its customer is blocked}
    ///
    /// @param target the name of the queue or agent, for the timeline; empty for the default queue
    /// @param note for colleagues; blank for none
    /// @param key of the note, unique in this conversation
    /// @throws ConversationConflict when it is not assigned to this agent
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean transfer(
            ConversationId id, UserId agent, String target, String note, String key) {
        var active = active(id, agent);
        var now = clock.instant();
        if (!(active.release(now) instanceof Open open)) {
            return false;
        }
        if (!note.isBlank()) {
            notes.add(agent, active, note.strip(), key);
        }
        updates.move(active, open, Note.TRANSFERRED, agent, new Content.Text(target), now);
        return true;
    }

    /// Closes the next conversation whose deadline is reached, or moves its deadline if somebody
    /// wrote since it was set; {@return false if there is none}
    @Transactional
    boolean closeNextDue() {
        var due = conversations.lockNextDue(clock.instant());
        due.ifPresent(reached -> closeOrDefer(hold(reached.id()), reached.activeAt()));
        return due.isPresent();
    }

    private void closeOrDefer(Conversation conversation, Instant activeAt) {
        var now = clock.instant();
        if (conversation instanceof Closing closing) {
            moved(closing, closing.close(now), Note.CLOSED, closing.agent());
        } else if (updates.isDue(conversation, activeAt, now)) {
            moved(
                    conversation,
                    Conversation.expire(conversation, now),
                    Note.CLOSED_AUTOMATICALLY,
                    null);
        } else {
            updates.save(conversation, activeAt);
        }
    }

    private Active active(ConversationId id, UserId agent) {
        access.mustBeAgent(agent);
        if (hold(id) instanceof Active active && agent.equals(active.agent())) {
            return active;
        }
        throw ConversationConflict.notAssigned(id, agent);
    }

    private Conversation wrappedUp(ConversationId id, UserId agent) {
        var conversation = hold(id);
        if (conversation.state() == State.WRAP_UP && agent.equals(conversation.agent())) {
            return conversation;
        }
        throw new ConversationConflict(
                "Conversation " + id.value() + " is not in wrap-up of " + agent.value());
    }

    private static ConversationConflict tooLate(ConversationId id) {
        return new ConversationConflict(
                "The last action on conversation " + id.value() + " can no longer be undone");
    }

    private Conversation hold(ConversationId id) {
        return conversations
                .lock(id)
                .orElseThrow(() -> new ConversationConflict("No such conversation: " + id.value()));
    }

    /// Without a change of state.
    private void saved(Conversation conversation) {
        updates.save(conversation, clock.instant());
        updates.changed(conversation, true);
    }

    private void moved(Conversation from, Conversation to, Note note, @Nullable UserId by) {
        updates.move(from, to, note, by, clock.instant());
    }
}
