package dev.parley.routing;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Conversation.Active;
import dev.parley.conversation.ConversationConflict;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Message.Note;
import dev.parley.conversation.Participants;
import dev.parley.conversation.StateChanged;
import dev.parley.conversation.StatesChanged;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import dev.parley.routing.ConsultRows.Outcome;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The requests to agents to help in a conversation, and their answers. They use no capacity, and
/// end when the conversation is no longer active with the agent who asked. Whoever accepts is one
/// of its [Participants].
@Component
public class Consults {
    private final ConsultRows rows;
    private final Conversations conversations;
    private final Participants participants;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Consults(
            ConsultRows rows,
            Conversations conversations,
            Participants participants,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.conversations = conversations;
        this.participants = participants;
        this.events = events;
        this.clock = clock;
    }

    /// {@return what this agent is asked and has not answered, the first first}
    public List<Consult> of(UserId agent) {
        return rows.pendingOf(agent);
    }

    /// {@return the requests in this conversation that are not answered, the first first}
    public List<Consult> pendingIn(Conversation conversation) {
        return conversation instanceof Active ? rows.pendingIn(conversation.id()) : List.of();
    }

    /// The agent helps from now on: they read the conversation and write notes.
    ///
    /// @throws ConversationConflict when the request is no longer pending
    @Transactional
    public void accept(ConsultId id, UserId agent) {
        var consult = mine(id, agent);
        if (!(lock(consult) instanceof Active active)
                || !clock.instant().isBefore(consult.expiresAt())
                || !settle(consult, Outcome.ACCEPTED)) {
            throw over();
        }
        participants.join(active, agent);
    }

    /// The agent does not help.
    ///
    /// @throws ConversationConflict when the request is no longer pending, or cannot be declined
    @Transactional
    public void decline(ConsultId id, UserId agent) {
        var consult = mine(id, agent);
        if (!consult.terms().mayDecline()) {
            throw new ConversationConflict("This consult cannot be declined");
        }
        var conversation = lock(consult);
        if (conversation == null || !settle(consult, Outcome.DECLINED)) {
            throw over();
        }
        participants.addAnswer(conversation, Note.CONSULT_DECLINED, agent);
    }

    /// Withdraws the request to this agent. Nothing happens if it was answered.
    ///
    /// @throws ConversationConflict when this user may not decide that, or no longer
    @Transactional
    public void withdraw(SignedIn me, ConversationId id, UserId agent) {
        var active = participants.lockToAsk(me, id);
        rows.pendingIn(id).stream()
                .filter(consult -> consult.agent().equals(agent))
                .filter(consult -> settle(consult, Outcome.WITHDRAWN))
                .forEach(_ ->
                        participants.addLine(active, Note.CONSULT_WITHDRAWN, me.userId(), agent));
    }

    /// Expires the next request that was not answered in time; {@return false if there is none}
    @Transactional
    public boolean expireNext() {
        var due = rows.nextDue(clock.instant());
        due.ifPresent(consult -> {
            var conversation = lock(consult);
            if (settle(consult, Outcome.TIMED_OUT) && conversation != null) {
                participants.addAnswer(conversation, Note.CONSULT_MISSED, consult.agent());
            }
        });
        return due.isPresent();
    }

    /// Nobody is asked any more once the agent has ended the conversation or given it away.
    @EventListener
    void on(StatesChanged changes) {
        var left =
                changes.all().stream()
                        .filter(one -> one.from() == Conversation.State.ACTIVE)
                        .map(StateChanged::id)
                        .toList();
        if (!left.isEmpty()) {
            rows.withdraw(left, clock.instant()).forEach(this::publish);
        }
    }

    private boolean settle(Consult consult, Outcome outcome) {
        var settled = rows.settle(consult.id(), outcome, clock.instant());
        if (settled) {
            publish(consult.agent());
        }
        return settled;
    }

    private void publish(UserId agent) {
        events.publishEvent(new OfferChanged(agent));
    }

    /// Before the request, as those do who end the conversation.
    private @Nullable Conversation lock(Consult consult) {
        return conversations.lock(consult.conversation()).orElse(null);
    }

    private Consult mine(ConsultId id, UserId agent) {
        return rows.pending(id)
                .filter(consult -> consult.agent().equals(agent))
                .orElseThrow(Consults::over);
    }

    private static ConversationConflict over() {
        return new ConversationConflict("This consult is no longer pending");
    }
}
