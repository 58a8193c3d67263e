package dev.parley.routing;

import dev.parley.identity.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which agent is offered a conversation, and why others are not: the desk shows it under *Why
/// me?*.
public sealed interface RoutingVerdict {
    List<PassedOver> passedOver();

    /// It is offered to an agent.
    ///
    /// @param by what decided between the agents who could take it
    /// @param queue the name at that time of the queue in which it waited; null for the default
    ///   queue
    record Chosen(
            UserId agent, int freeUnits, By by, @Nullable String queue, List<PassedOver> passedOver)
            implements RoutingVerdict {
        public Chosen {
            passedOver = List.copyOf(passedOver);
        }

        /// {@return the same, with the name of the queue}
        Chosen in(@Nullable String calledQueue) {
            return new Chosen(agent, freeUnits, by, calledQueue, passedOver);
        }
    }

    record NoAgent(List<PassedOver> passedOver) implements RoutingVerdict {
        public NoAgent {
            passedOver = List.copyOf(passedOver);
        }

        /// Whether an agent could take other work than this.
        boolean becauseOfDeclines() {
            return passedOver.stream()
                    .map(PassedOver::reason)
                    .anyMatch(one -> one == Reason.DECLINED || one == Reason.MISSED);
        }
    }

    record PassedOver(UserId agent, Reason reason) {}

    /// The deciding reason.
    enum By {
        /// Most capacity left.
        MOST_ROOM,
        /// The last turn in this queue was longest ago.
        LONGEST_AGO,
        /// It was assigned to them before.
        HAD_IT,
        /// A colleague transferred it to them.
        TRANSFERRED,
        /// A colleague assigned it to them.
        ASSIGNED
    }

    /// Why an agent was passed over.
    enum Reason {
        OUT_OF_REACH,
        PRESENCE,
        FULL,
        DECLINED,
        /// They did not answer an offer of this conversation.
        MISSED,
        /// They did not answer another offer, and have not changed their presence yet.
        INACTIVE,
        LESS_ROOM,
        LATER_TURN,
        /// They transferred it themselves.
        TRANSFERRED_IT
    }
}
