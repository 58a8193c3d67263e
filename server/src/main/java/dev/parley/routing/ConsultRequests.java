package dev.parley.routing;

import dev.parley.conversation.Conversation.Active;
import dev.parley.conversation.ConversationConflict;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.InternalNotes;
import dev.parley.conversation.Message.Note;
import dev.parley.conversation.Participants;
import dev.parley.identity.Role;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import dev.parley.identity.Users;
import dev.parley.platform.Ids;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Asking agents to help in a conversation. For their answers see [Consults].
@Component
public class ConsultRequests {
    private final ConsultRows rows;
    private final Participants participants;
    private final InternalNotes notes;
    private final OfferRules rules;
    private final Users users;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConsultRequests(
            ConsultRows rows,
            Participants participants,
            InternalNotes notes,
            OfferRules rules,
            Users users,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.participants = participants;
        this.notes = notes;
        this.rules = rules;
        this.users = users;
        this.events = events;
        this.clock = clock;
    }

    /// Asks another agent for help in an active conversation. Requests with the same key ask only
    /// once.
    ///
    /// @param note for colleagues, in the timeline; blank for none
    /// @param key made by the client, the same when it repeats the request
    /// @throws ConversationConflict when it is not, or no longer, active with this user, and they
    ///   are not a supervisor
    @Transactional
    public Result ask(SignedIn me, ConversationId id, UserId agent, String note, String key) {
        if (note.length() > InternalNotes.LONGEST) {
            return Result.NOTE_TOO_LONG;
        }
        var active = participants.lockToAsk(me, id);
        if (rows.isAsked(id, key)) {
            return Result.ASKED;
        }
        if (!mayBeAsked(agent, active, me)) {
            return Result.NO_SUCH_AGENT;
        }
        var pending = rows.pendingIn(id);
        if (active.details().participants().contains(agent)
                || pending.stream().anyMatch(one -> one.agent().equals(agent))) {
            return Result.ALREADY;
        }
        if (active.details().participants().size() + pending.size() >= Participants.MOST) {
            return Result.TOO_MANY;
        }
        participants.addLine(active, Note.CONSULT_ASKED, me.userId(), agent);
        if (!note.isBlank()) {
            notes.add(me, id, note, key);
        }
        add(me, active, agent, key);
        return Result.ASKED;
    }

    private void add(SignedIn me, Active active, UserId agent, String key) {
        var now = clock.instant();
        var terms = rules.ofConsult(active);
        rows.add(
                new Consult(
                        new ConsultId(Ids.next()),
                        active.id(),
                        agent,
                        me.userId(),
                        now,
                        now.plus(terms.countdown()),
                        terms.terms()),
                key);
        events.publishEvent(new OfferChanged(agent));
    }

    private boolean mayBeAsked(UserId agent, Active active, SignedIn me) {
        return !agent.equals(me.userId())
                && !agent.equals(active.agent())
                && users.byId(agent)
                        .filter(user -> user.active() && user.is(Role.AGENT))
                        .isPresent();
    }

    /// The result of asking.
    public enum Result {
        ASKED,
        /// The user is not an active agent, or it is the agent's own conversation.
        NO_SUCH_AGENT,
        /// They are in the conversation, or were asked and have not answered.
        ALREADY,
        /// There are [Participants#MOST].
        TOO_MANY,
        NOTE_TOO_LONG
    }
}
