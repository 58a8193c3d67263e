package dev.parley.attachment;

import dev.parley.channel.Blob;
import dev.parley.platform.image.ImageHeader.Flaw;
import dev.parley.platform.image.Preview;
import dev.parley.platform.image.Preview.Busy;
import dev.parley.platform.image.Preview.Shown;
import dev.parley.platform.image.Preview.Withheld;
import org.jspecify.annotations.Nullable;

/// What a look at the bytes of a file came to.
sealed interface InspectionResult {
    /// May be kept.
    ///
    /// @param contentType by its bytes, whatever anybody called it
    record Safe(Blob content, String contentType, String name, Preview preview)
            implements InspectionResult {
        /// {@return the picture; null unless it is one that is safe to show}
        @Nullable Shown picture() {
            return preview instanceof Shown shown ? shown : null;
        }

        /// {@return why a picture is not shown; null unless it is one}
        @Nullable Flaw flaw() {
            return preview instanceof Withheld(var flaw) ? flaw : null;
        }

        /// {@return what kept us from looking at a picture now; null unless something did}
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

    /// Something that runs. It is not kept.
    record Blocked(String contentType) implements InspectionResult {}
}
