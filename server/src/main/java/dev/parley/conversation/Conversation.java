package dev.parley.conversation;

import dev.parley.channel.Address;
import dev.parley.customer.CustomerId;
import dev.parley.identity.UserId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A conversation with one customer, in exactly one state. Each state has its own data and offers
/// only the transitions that are legal from it, so an illegal transition does not compile.
public sealed interface Conversation {
    Details details();

    /// When it entered this state.
    Instant since();

    /// The agent to whom it is or was last assigned; null when there was none.
    @Nullable UserId agent();

    State state();

    default ConversationId id() {
        return details().id();
    }

    /// Waits for an agent.
    record Open(Details details, Instant since) implements Conversation {
        /// Its customer was blocked, so it no longer waits for an agent.
        public Waiting setAside(Instant now) {
            return new Waiting(details, null, now, null);
        }

        public Active assignTo(UserId agent, Instant now) {
            return new Active(details, agent, now);
        }

        @Override
        public @Nullable UserId agent() {
            return null;
        }

        @Override
        public State state() {
            return State.OPEN;
        }
    }

    /// Assigned to an agent.
    record Active(Details details, UserId agent, Instant since) implements Conversation {
        public WrapUp end(Instant now) {
            return new WrapUp(details, agent, now);
        }

        public Waiting moveToWaiting(Instant now) {
            return new Waiting(details, agent, now, null);
        }

        /// Moves it to waiting until then, or until the customer writes.
        public Waiting snooze(Instant until, Instant now) {
            return new Waiting(details, agent, now, until);
        }

        /// Its agent gives it up: it waits for another one, or for nobody if its customer is
        /// blocked.
        public Conversation release(Instant now) {
            return details.blocked() ? moveToWaiting(now) : new Open(details, now);
        }

        @Override
        public State state() {
            return State.ACTIVE;
        }
    }

    /// Waits for the customer; uses no capacity.
    ///
    /// @param snoozedUntil when it becomes active again with its agent; null when only the customer
    ///   can end the waiting
    record Waiting(
            Details details, @Nullable UserId agent, Instant since, @Nullable Instant snoozedUntil)
            implements Conversation {
        /// Snoozes it, or changes until when it is snoozed.
        public Waiting snooze(Instant until) {
            return new Waiting(details, agent, since, until);
        }

        /// Restores until when it was snoozed.
        ///
        /// @param until null when it was not
        public Waiting snoozedAsBefore(@Nullable Instant until) {
            return new Waiting(details, agent, since, until);
        }

        public Active resume(UserId by, Instant now) {
            return new Active(details, by, now);
        }

        @Override
        public State state() {
            return State.WAITING;
        }
    }

    /// Ended for the customer; the agent completes it.
    record WrapUp(Details details, UserId agent, Instant since) implements Conversation {
        /// Closes it when the agent can no longer undo that.
        ///
        /// @param due until when it can be undone
        public Closing closeAt(Instant due) {
            return new Closing(details, agent, since, due);
        }

        public Closed close(Instant now) {
            return new Closed(details, agent, now);
        }

        /// Undoes ending it.
        public Active undoEnd(Instant now) {
            return new Active(details, agent, now);
        }

        @Override
        public State state() {
            return State.WRAP_UP;
        }
    }

    /// About to be closed. Until then it is in wrap-up as before, and the agent can undo closing: a
    /// closed conversation stays closed.
    ///
    /// @param due when it closes
    record Closing(Details details, UserId agent, Instant since, Instant due)
            implements Conversation {
        public WrapUp undoClose() {
            return new WrapUp(details, agent, since);
        }

        public Closed close(Instant now) {
            return new Closed(details, agent, now);
        }

        @Override
        public State state() {
            return State.WRAP_UP;
        }
    }

    /// Final. The customer's next message opens another conversation.
    record Closed(Details details, @Nullable UserId agent, Instant since) implements Conversation {
        /// {@return the conversation that continues it}
        ///
        /// @param blocked whether the customer is blocked by now
        public Active startAgain(
                ConversationId id, long number, UserId by, boolean blocked, Instant now) {
            var next =
                    new Details(
                            id,
                            number,
                            details.address(),
                            details.customer(),
                            now,
                            now,
                            details.lastCustomerActAt(),
                            details.control(),
                            blocked,
                            Set.of());
            return new Active(next, by, now);
        }

        @Override
        public State state() {
            return State.CLOSED;
        }
    }

    /// The state of a running conversation after its customer wrote. A message during wrap-up makes
    /// it active again with its agent, to whom it is still assigned.
    static Conversation customerWrote(Conversation running, Instant now) {
        return switch (running) {
            case Open open -> open;
            case Active active -> active;
            case Conversation blocked when blocked.details().blocked() -> blocked;
            case Waiting(var details, _, _, _) -> new Open(details, now);
            case WrapUp(var details, var agent, _) -> new Active(details, agent, now);
            case Closing(var details, var agent, _, _) -> new Active(details, agent, now);
            case Closed closed -> closed;
        };
    }

    /// The state after too long a time without activity.
    static Closed expire(Conversation conversation, Instant now) {
        return new Closed(conversation.details(), conversation.agent(), now);
    }

    /// What stays the same while the state changes.
    ///
    /// @param number short enough to say aloud
    /// @param lastCustomerActAt the customer's last action that opened the reply window; null when
    ///   there was none yet
    /// @param control who controls the conversation in the channel; null when the channel did not
    ///   report it
    /// @param blocked whether the customer is blocked: their messages are stored, and reach nobody.
    ///   Of a closed conversation, whether they were when it was closed
    /// @param participants the colleagues who are in it besides its agent
    record Details(
            ConversationId id,
            long number,
            Address address,
            CustomerId customer,
            Instant openedAt,
            Instant lastMessageAt,
            @Nullable Instant lastCustomerActAt,
            @Nullable ControlState control,
            boolean blocked,
            Set<UserId> participants) {
        public Details {
            participants = Set.copyOf(participants);
        }
    }

    /// The states by name, for lists and filters.
    enum State {
        OPEN,
        ACTIVE,
        WAITING,
        WRAP_UP,
        CLOSED;

        /// {@return whether it was ended for the customer: nothing more is sent, unless they write}
        public boolean isEnded() {
            return this == WRAP_UP || this == CLOSED;
        }
    }
}
