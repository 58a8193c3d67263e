package dev.parley.desk.view;

import org.jspecify.annotations.Nullable;

/// Whether a reply can be written now.
///
/// @param closedReason why nothing can be written now and what would change that; null while it is
///   open
public record ComposerStateView(WindowView window, @Nullable String closedReason) {
    public boolean open() {
        return closedReason == null;
    }
}
