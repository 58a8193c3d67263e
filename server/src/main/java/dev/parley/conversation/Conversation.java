package dev.parley.conversation;

import dev.parley.channel.Address;
import dev.parley.customer.CustomerId;
import dev.parley.identity.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A conversation with one customer, in exactly one state. Each state has its own data and offers
/// only the transitions that are legal from it, so an illegal transition does not compile.
public sealed interface Conversation {
    Details talk();

    /// When it entered this state.
    Instant since();

    /// The agent to whom it is or was last assigned; null when there was none.
    @Nullable UserId agent();

    State state();

    default ConversationId id() {
        return talk().id();
    }

    /// Waits for an agent.
    record Open(Details talk, Instant since) implements Conversation {
        public Active assignTo(UserId agent, Instant now) {
            return new Active(talk, agent, now);
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
    record Active(Details talk, UserId agent, Instant since) implements Conversation {
        public WrapUp end(Instant now) {
            return new WrapUp(talk, agent, now);
        }

        public Waiting moveToWaiting(Instant now) {
            return new Waiting(talk, agent, now);
        }

        public Open release(Instant now) {
            return new Open(talk, now);
        }

        @Override
        public State state() {
            return State.ACTIVE;
        }
    }

    /// Waits for the customer; uses no capacity.
    record Waiting(Details talk, @Nullable UserId agent, Instant since) implements Conversation {
        public Active resume(UserId by, Instant now) {
            return new Active(talk, by, now);
        }

        @Override
        public State state() {
            return State.WAITING;
        }
    }

    /// Ended for the customer; the agent completes it.
    record WrapUp(Details talk, UserId agent, Instant since) implements Conversation {
        /// Closes it when the agent can no longer undo that.
        ///
        /// @param due until when it can be undone
        public Closing closeAt(Instant due) {
            return new Closing(talk, agent, since, due);
        }

        public Closed close(Instant now) {
            return new Closed(talk, agent, now);
        }

        /// Undoes ending it.
        public Active takeBack(Instant now) {
            return new Active(talk, agent, now);
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
    record Closing(Details talk, UserId agent, Instant since, Instant due) implements Conversation {
        public WrapUp takeBack() {
            return new WrapUp(talk, agent, since);
        }

        public Closed close(Instant now) {
            return new Closed(talk, agent, now);
        }

        @Override
        public State state() {
            return State.WRAP_UP;
        }
    }

    /// Final. The customer's next message opens another conversation.
    record Closed(Details talk, @Nullable UserId agent, Instant since) implements Conversation {
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
            case Waiting(var talk, _, _) -> new Open(talk, now);
            case WrapUp(var talk, var agent, _) -> new Active(talk, agent, now);
            case Closing(var talk, var agent, _, _) -> new Active(talk, agent, now);
            case Closed closed -> closed;
        };
    }

    /// The state after too long a time without activity.
    static Closed expire(Conversation conversation, Instant now) {
        return new Closed(conversation.talk(), conversation.agent(), now);
    }

    /// What stays the same while the state updates.
    ///
    /// @param number short enough to say aloud
    /// @param lastCustomerActAt the customer's last action that opened the reply window; null when
    ///   there was none yet
    /// @param owner who controls the thread in the channel; null when the channel did not report it
    record Details(
            ConversationId id,
            long number,
            Address address,
            CustomerId customer,
            Instant openedAt,
            Instant lastMessageAt,
            @Nullable Instant lastCustomerActAt,
            @Nullable ThreadOwner owner) {}

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
