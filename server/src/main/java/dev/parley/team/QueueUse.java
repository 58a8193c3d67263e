package dev.parley.team;

import java.util.List;

/// The uses of a queue in other modules. Each module that uses queues implements it.
public interface QueueUse {
    /// {@return the uses that prevent this queue from being deleted}
    List<Use> of(QueueId queue);

    /// A use that prevents a queue from being deleted.
    sealed interface Use {
        /// It is the fallback queue of this workstream.
        record FallbackOf(String workstream) implements Use {}

        /// Conversations are waiting in it.
        record WaitedIn(int conversations) implements Use {}
    }
}
