package dev.parley.timeout;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationConflict;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Message.Note;
import dev.parley.conversation.TimeOutMoves;
import dev.parley.identity.UserId;
import dev.parley.timeout.Silences.Measured;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The time-out rules of single conversations: what happens next, and pausing them.
@Component
public class TimeOuts {
    private final Silences silences;
    private final TimeOutStates states;
    private final TimeOutMoves moves;
    private final Clock clock;

    TimeOuts(Silences silences, TimeOutStates states, TimeOutMoves moves, Clock clock) {
        this.silences = silences;
        this.states = states;
        this.moves = moves;
        this.clock = clock;
    }

    /// {@return what the rules will do in this conversation}
    public State of(Conversation conversation) {
        return conversation instanceof Conversation.Active
                ? state(silences.of(conversation.id(), clock.instant()))
                : State.NONE;
    }

    /// Pauses all rules until the agent resumes them, or the conversation leaves the agent. Does
    /// nothing if they are paused.
    ///
    /// @throws ConversationConflict when it is not active, or not assigned to this agent
    @Transactional
    public void pause(ConversationId id, UserId agent) {
        var active = moves.lockOwn(id, agent);
        var now = clock.instant();
        var state = state(silences.of(id, now));
        if (state.ruled() && !state.paused()) {
            states.pause(id, now);
            moves.record(active, Note.TIME_OUTS_PAUSED, agent, null);
        }
    }

    /// Resumes the rules: the silence counts from now. Does nothing if they are not paused.
    ///
    /// @throws ConversationConflict when it is not active, or not assigned to this agent
    @Transactional
    public void resume(ConversationId id, UserId agent) {
        var active = moves.lockOwn(id, agent);
        var now = clock.instant();
        if (state(silences.of(id, now)).paused()) {
            states.resume(id, now);
            moves.record(active, Note.TIME_OUTS_RESUMED, agent, null);
        }
    }

    private static State state(List<Measured> rules) {
        return new State(
                !rules.isEmpty(),
                rules.stream().anyMatch(Measured::paused),
                TimeOutRun.next(rules)
                        .map(next -> new Next(next.rule().content().action(), next.dueAt()))
                        .orElse(null));
    }

    /// The rules in one conversation.
    ///
    /// @param ruled whether its workstream has any
    /// @param paused whether its agent paused them
    /// @param next what happens next if nobody writes; null for nothing
    public record State(boolean ruled, boolean paused, @Nullable Next next) {
        static final State NONE = new State(false, false, null);
    }

    /// What a rule does, and when.
    public record Next(TimeOutAction action, Instant at) {}
}
