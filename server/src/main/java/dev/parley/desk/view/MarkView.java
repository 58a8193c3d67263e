package dev.parley.desk.view;

import org.jspecify.annotations.Nullable;

/// A message's delivery mark.
///
/// @param cause a sentence: why it failed, why that is unknown, or what a queued one waits for
public record MarkView(DeliveryMark kind, @Nullable String cause, boolean maySendAgain) {
    public static final MarkView NONE = of(DeliveryMark.NONE);

    public static MarkView of(DeliveryMark kind) {
        return new MarkView(kind, null, false);
    }
}
