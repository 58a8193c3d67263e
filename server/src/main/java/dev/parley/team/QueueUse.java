package dev.parley.team;

import java.util.List;

/// What others need a queue for. Each who needs queues answers for itself.
public interface QueueUse {
    /// {@return what this queue cannot be deleted for}
    List<Use> of(QueueId queue);

    /// What stands in the way of deleting a queue.
    sealed interface Use {
        /// Conversations go into it when nothing else fits.
        record FallbackOf(String workstream) implements Use {}

        /// So many conversations wait in it.
        record WaitedIn(int conversations) implements Use {}
    }
}
