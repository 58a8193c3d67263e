package dev.parley.routing;

import dev.parley.identity.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who takes a conversation, and why others did not: what the desk shows under *Why me?*.
public sealed interface RoutingVerdict {
    List<PassedOver> passedOver();

    /// Somebody is asked.
    ///
    /// @param by what decided between those who could take it
    /// @param queue in which it waited, as it was called then; null for the default queue
    record Chosen(
            UserId agent, int freeUnits, By by, @Nullable String queue, List<PassedOver> passedOver)
            implements RoutingVerdict {
        public Chosen {
            passedOver = List.copyOf(passedOver);
        }

        /// {@return the same, with what the queue is called}
        Chosen in(@Nullable String calledQueue) {
            return new Chosen(agent, freeUnits, by, calledQueue, passedOver);
        }
    }

    record Nobody(List<PassedOver> passedOver) implements RoutingVerdict {
        public Nobody {
            passedOver = List.copyOf(passedOver);
        }

        /// Whether some agent could take other work than this.
        boolean becauseOfDeclines() {
            return passedOver.stream()
                    .map(PassedOver::reason)
                    .anyMatch(one -> one == Reason.DECLINED || one == Reason.MISSED);
        }
    }

    record PassedOver(UserId agent, Reason reason) {}

    /// What decided.
    enum By {
        /// Most capacity left.
        MOST_ROOM,
        /// The last turn in this queue was longest ago.
        LONGEST_AGO,
        /// They had it before.
        HAD_IT
    }

    /// Why an agent was passed over.
    enum Reason {
        OUT_OF_REACH,
        PRESENCE,
        FULL,
        DECLINED,
        /// They did not answer when they were asked for this one.
        MISSED,
        /// They did not answer some other offer, and are not back yet.
        INACTIVE,
        LESS_ROOM,
        LATER_TURN
    }
}
