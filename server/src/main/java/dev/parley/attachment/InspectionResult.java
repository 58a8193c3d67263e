package dev.parley.attachment;

import dev.parley.channel.Blob;
import dev.parley.platform.image.ImageHeader.Flaw;
import dev.parley.platform.image.ImagePreview;
import dev.parley.platform.image.ImagePreview.Busy;
import dev.parley.platform.image.ImagePreview.Shown;
import dev.parley.platform.image.ImagePreview.Withheld;
import org.jspecify.annotations.Nullable;

/// The result of inspecting a file.
sealed interface InspectionResult {
    /// The file may be stored.
    ///
    /// @param contentType detected from its bytes, independent of its declared type
    record Safe(Blob content, String contentType, String name, ImagePreview preview)
            implements InspectionResult {
        /// {@return the picture; null unless it is one that is safe to display}
        @Nullable Shown picture() {
            return preview instanceof Shown shown ? shown : null;
        }

        /// {@return why a picture is not displayed; null if it is displayed, or not a picture}
        @Nullable Flaw flaw() {
            return preview instanceof Withheld(var flaw) ? flaw : null;
        }

        /// {@return why a picture could not be processed now; null otherwise}
        @Nullable String busy() {
            return preview instanceof Busy(var detail) ? detail : null;
        }

        @Nullable Blob thumbnail() {
            var picture = picture();
            var thumbnail = picture == null ? null : picture.thumbnail();
            return thumbnail == null ? null : new Blob(thumbnail.bytes());
        }

        @Nullable String thumbnailType() {
            var picture = picture();
            var thumbnail = picture == null ? null : picture.thumbnail();
            return thumbnail == null ? null : thumbnail.contentType();
        }
    }

    /// An executable file, which is not stored.
    record Blocked(String contentType) implements InspectionResult {}
}
