package dev.parley.team;

import java.util.List;

/// What came of a wish to delete a queue.
public sealed interface QueueDeletion {
    record Deleted() implements QueueDeletion {}

    /// It cannot go yet; nothing was changed.
    record InTheWay(List<QueueUse.Use> uses) implements QueueDeletion {
        public InTheWay {
            uses = List.copyOf(uses);
        }
    }

    /// All agents belong to it: there must be one such queue.
    record IsDefault() implements QueueDeletion {}
}
