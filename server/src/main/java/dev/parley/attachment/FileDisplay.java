package dev.parley.attachment;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How a page shows a file. Files that could run something in a browser are only offered for
/// download.
public enum FileDisplay {
    PICTURE,
    /// A picture that only some browsers can display; a download in all others.
    PHOTO,
    AUDIO,
    VIDEO,
    DOWNLOAD;

    private static final Set<String> AUDIO_TYPES =
            Set.of(
                    "audio/mpeg",
                    "audio/mp4",
                    "audio/aac",
                    "audio/ogg",
                    "audio/wav",
                    "audio/flac",
                    "audio/webm",
                    "audio/amr");

    private static final Set<String> PHOTO_TYPES = Set.of("image/heic", "image/heif");

    private static final Set<String> VIDEO_TYPES =
            Set.of("video/mp4", "video/webm", "video/ogg", "video/quicktime", "video/3gpp");

    static FileDisplay of(@Nullable String contentType) {
        if (contentType == null) {
            return DOWNLOAD;
        }
        if (AUDIO_TYPES.contains(contentType)) {
            return AUDIO;
        }
        if (PHOTO_TYPES.contains(contentType)) {
            return PHOTO;
        }
        return VIDEO_TYPES.contains(contentType) ? VIDEO : DOWNLOAD;
    }
}
