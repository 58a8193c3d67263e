package dev.parley.desk.view;

import org.jspecify.annotations.Nullable;

/// A message's mark.
///
/// @param cause a sentence: why it failed, why that is unknown, or what a queued one waits for
public record MarkView(Mark kind, @Nullable String cause, boolean maySendAgain) {
    public static final MarkView NONE = of(Mark.NONE);

    public static MarkView of(Mark kind) {
        return new MarkView(kind, null, false);
    }
}
