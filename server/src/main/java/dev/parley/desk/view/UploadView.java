package dev.parley.desk.view;

import dev.parley.attachment.StoredAttachment;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An uploaded file in the composer.
///
/// @param thumbnailUrl null unless it is a picture
public record UploadView(UUID id, String name, long bytes, @Nullable String thumbnailUrl) {
    public static UploadView of(StoredAttachment file) {
        return new UploadView(
                file.id().value(),
                file.storedName(),
                file.size(),
                file.thumbnailPath().orElse(null));
    }
}
