package dev.parley.desk.view;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a bulk action did, in words.
///
/// @param skipped how many conversations were not moved, for each reason
/// @param undo the action, if it can be undone
/// @param undoUntil when it can no longer be undone
public record BulkView(
        String moved, List<String> skipped, @Nullable UUID undo, @Nullable Instant undoUntil) {
    public BulkView {
        skipped = List.copyOf(skipped);
    }
}
