package dev.parley.conversation;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a bulk action, or undoing one, did.
///
/// @param id of the action, to undo it
/// @param undoUntil when it can no longer be undone; null when it cannot be
/// @param skipped how many were not moved, for each reason
public record BulkResult(
        UUID id, int moved, Map<Skipped, Integer> skipped, @Nullable Instant undoUntil) {
    public BulkResult {
        skipped = Map.copyOf(skipped);
    }

    /// {@return how many were not moved}
    public int notMoved() {
        return skipped.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// Why a conversation was not moved.
    public enum Skipped {
        /// It is as the action would make it.
        ALREADY,
        /// It is assigned to another agent, or to none.
        NOT_YOURS,
        /// It is assigned.
        ASSIGNED,
        /// It is in a state in which this is not possible.
        OTHER_STATE,
        /// It has as many tags as it can have.
        FULL,
        /// A disposition code has to be chosen for it first.
        NO_CODE,
        /// It, or the tag, changed in the meantime.
        CHANGED,
        /// Somebody changes it at this moment.
        BUSY,
        /// It does not exist, or this user may not read it.
        UNKNOWN
    }

    /// Counts what happens to each conversation.
    static final class Counter {
        private final Map<Skipped, Integer> skipped = new EnumMap<>(Skipped.class);
        private int moved;

        void moved(int more) {
            moved += more;
        }

        void skipped(Skipped why) {
            skipped(why, 1);
        }

        void skipped(Skipped why, int times) {
            if (times > 0) {
                skipped.merge(why, times, Integer::sum);
            }
        }

        BulkResult result(UUID id, @Nullable Instant undoUntil) {
            return new BulkResult(id, moved, skipped, moved == 0 ? null : undoUntil);
        }

        BulkResult undone(UUID id, @Nullable Instant undoUntil) {
            var again = skipped.containsKey(Skipped.BUSY);
            return new BulkResult(id, moved, skipped, again ? undoUntil : null);
        }
    }
}
