package dev.parley.team;

import java.util.List;

/// The result of deleting a queue.
public sealed interface QueueDeletion {
    record Deleted() implements QueueDeletion {}

    /// It is still in use; nothing was changed.
    record InUse(List<QueueUse.Use> uses) implements QueueDeletion {
        public InUse {
            uses = List.copyOf(uses);
        }
    }

    /// The default queue cannot be deleted.
    record IsDefault() implements QueueDeletion {}
}
