package dev.parley.routing;

import dev.parley.identity.UserId;
import java.util.List;

/// Who takes a conversation, and why others did not: what the desk shows under *Why me?*.
public sealed interface Verdict {
    List<PassedOver> passedOver();

    record Chosen(UserId agent, int freeUnits, List<PassedOver> passedOver) implements Verdict {
        public Chosen {
            passedOver = List.copyOf(passedOver);
        }
    }

    record Nobody(List<PassedOver> passedOver) implements Verdict {
        public Nobody {
            passedOver = List.copyOf(passedOver);
        }

        /// Whether some agent could take other work than this.
        boolean becauseOfDeclines() {
            return passedOver.stream().anyMatch(one -> one.reason == Reason.DECLINED);
        }
    }

    record PassedOver(UserId agent, Reason reason) {}

    /// Why an agent was passed over.
    enum Reason {
        OUT_OF_REACH,
        PRESENCE,
        FULL,
        DECLINED,
        LESS_ROOM
    }
}
