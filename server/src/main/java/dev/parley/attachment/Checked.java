package dev.parley.attachment;

import dev.parley.channel.Blob;
import org.jspecify.annotations.Nullable;

/// What a look at the bytes of a file came to.
sealed interface Checked {
    /// May be kept.
    ///
    /// @param contentType by its bytes, whatever anybody called it
    /// @param picture null unless it is one that is safe to show
    record Safe(Blob content, String contentType, String name, @Nullable Seen picture)
            implements Checked {}

    /// Something that runs. It is not kept.
    record Blocked(String contentType) implements Checked {}

    /// A picture, looked at.
    ///
    /// @param thumbnail null where none is needed, or none can be made
    record Seen(int width, int height, @Nullable Thumbnail thumbnail) {}

    record Thumbnail(String contentType, Blob content) {}
}
