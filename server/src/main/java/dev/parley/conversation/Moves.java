package dev.parley.conversation;

import dev.parley.conversation.Conversation.Active;
import dev.parley.conversation.Conversation.Closing;
import dev.parley.conversation.Conversation.Open;
import dev.parley.conversation.Conversation.State;
import dev.parley.conversation.Conversation.Waiting;
import dev.parley.conversation.Conversation.WrapUp;
import dev.parley.conversation.Message.Note;
import dev.parley.identity.UserId;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What agents do with conversations, besides writing in them. Whoever comes too late, or holds the
/// conversation no more, is told so; who is no agent is refused.
@Component
public class Moves {
    private final Conversations conversations;
    private final Messages messages;
    private final AutoClose autoClose;
    private final Access access;
    private final ConversationSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Moves(
            Conversations conversations,
            Messages messages,
            AutoClose autoClose,
            Access access,
            ConversationSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.conversations = conversations;
        this.messages = messages;
        this.autoClose = autoClose;
        this.access = access;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /// Gives an open conversation to this agent.
    ///
    /// @throws ConversationConflict when it is not open any more
    @Transactional
    public void assign(ConversationId id, UserId agent) {
        access.mustBeAgent(agent);
        if (!(hold(id) instanceof Open open)) {
            throw new ConversationConflict("Conversation " + id.value() + " is not open any more");
        }
        moved(open, open.assignTo(agent, clock.instant()), Note.ASSIGNED, agent);
    }

    /// The agent is done with the customer.
    ///
    /// @throws ConversationConflict when this agent does not hold it
    @Transactional
    public void end(ConversationId id, UserId agent) {
        var active = active(id, agent);
        moved(active, active.end(clock.instant()), Note.ENDED, agent);
    }

    /// The agent waits for the customer, and takes other work meanwhile.
    ///
    /// @throws ConversationConflict when this agent does not hold it
    @Transactional
    public void park(ConversationId id, UserId agent) {
        var active = active(id, agent);
        moved(active, active.park(clock.instant()), Note.PARKED, agent);
    }

    /// The agent goes on with a conversation that waited.
    ///
    /// @throws ConversationConflict when it does not wait any more, or not for this agent
    @Transactional
    public void resume(ConversationId id, UserId agent) {
        access.mustBeAgent(agent);
        if (hold(id) instanceof Waiting waiting && agent.equals(waiting.agent())) {
            moved(waiting, waiting.resume(agent, clock.instant()), Note.RESUMED, agent);
        } else {
            throw new ConversationConflict(
                    "Conversation " + id.value() + " does not wait for you any more");
        }
    }

    /// The agent has wrapped up. It closes a little later, unless the agent takes it back, or the
    /// customer writes first.
    ///
    /// @throws ConversationConflict when it is not in this agent's wrap-up
    @Transactional
    public void close(ConversationId id, UserId agent) {
        access.mustBeAgent(agent);
        if (wrappedUp(id, agent) instanceof WrapUp wrapUp) {
            var now = clock.instant();
            if (settings.undoFor().isZero()) {
                moved(wrapUp, wrapUp.close(now), Note.CLOSED, agent);
            } else {
                saved(wrapUp.closeAt(now.plus(settings.undoFor())));
            }
        }
    }

    /// {@return what the agent of this conversation may still take back}
    public Optional<Undo> undoOf(Conversation conversation) {
        return Undo.of(conversation, settings.undoFor(), clock.instant());
    }

    /// The agent goes on with what they just ended.
    ///
    /// @throws ConversationConflict when it is not in this agent's wrap-up, or for too long
    @Transactional
    public void undoEnd(ConversationId id, UserId agent) {
        access.mustBeAgent(agent);
        var conversation = wrappedUp(id, agent);
        if (conversation instanceof WrapUp wrapUp && undoOf(wrapUp).isPresent()) {
            moved(wrapUp, wrapUp.takeBack(clock.instant()), Note.END_TAKEN_BACK, agent);
        } else {
            throw tooLate(id);
        }
    }

    /// The agent does not close it after all.
    ///
    /// @throws ConversationConflict when it does not close, is closed, or is not this agent's
    @Transactional
    public void undoClose(ConversationId id, UserId agent) {
        access.mustBeAgent(agent);
        if (wrappedUp(id, agent) instanceof Closing closing) {
            var wrapUp = closing.takeBack();
            messages.tell(wrapUp, Note.CLOSE_TAKEN_BACK, agent, clock.instant());
            saved(wrapUp);
        } else {
            throw tooLate(id);
        }
    }

    /// Gives a conversation back, because its agent is gone. {@return whether it was still theirs}
    @Transactional
    public boolean release(ConversationId id, UserId agent) {
        if (!(hold(id) instanceof Active active) || !agent.equals(active.agent())) {
            return false;
        }
        moved(active, active.release(clock.instant()), Note.RELEASED, agent);
        return true;
    }

    /// Closes the next conversation that nobody touched for too long; {@return false if there is
    /// none}
    @Transactional
    boolean closeNextDue() {
        var now = clock.instant();
        Optional<Conversation> due = conversations.holdNextDue(now);
        due.ifPresent(conversation -> {
            if (conversation instanceof Closing closing) {
                moved(closing, closing.close(now), Note.CLOSED, closing.agent());
            } else {
                var closed = Conversation.expire(conversation, now);
                moved(conversation, closed, Note.CLOSED_BY_ITSELF, null);
            }
        });
        return due.isPresent();
    }

    private Active active(ConversationId id, UserId agent) {
        access.mustBeAgent(agent);
        if (hold(id) instanceof Active active && agent.equals(active.agent())) {
            return active;
        }
        throw new ConversationConflict("Conversation " + id.value() + " is not with you any more");
    }

    private Conversation wrappedUp(ConversationId id, UserId agent) {
        var conversation = hold(id);
        if (conversation.state() == State.WRAP_UP && agent.equals(conversation.agent())) {
            return conversation;
        }
        throw new ConversationConflict(
                "Conversation " + id.value() + " is not in your wrap-up any more");
    }

    private static ConversationConflict tooLate(ConversationId id) {
        return new ConversationConflict(
                "What was done with " + id.value() + " cannot be taken back any more");
    }

    private Conversation hold(ConversationId id) {
        return conversations
                .hold(id)
                .orElseThrow(
                        () -> new ConversationConflict("There is no conversation " + id.value()));
    }

    /// In the state that it had.
    private void saved(Conversation conversation) {
        conversations.save(conversation, autoClose.closeAt(conversation, clock.instant()));
        events.publishEvent(new ConversationChanged(conversation.id(), conversation.agent(), true));
    }

    private void moved(Conversation from, Conversation to, Note note, @Nullable UserId by) {
        var now = clock.instant();
        conversations.save(to, autoClose.closeAt(to, now));
        messages.tell(to, note, by, now);
        events.publishEvent(
                new StateChanged(
                        to.id(), to.talk().address(), from.state(), to.state(), from.agent()));
        events.publishEvent(new ConversationChanged(to.id(), from.agent(), true));
        if (to.agent() != null && !to.agent().equals(from.agent())) {
            events.publishEvent(new ConversationChanged(to.id(), to.agent(), true));
        }
    }
}
