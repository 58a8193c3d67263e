package dev.parley.attachment;

import dev.parley.channel.Attachment;
import dev.parley.channel.Blob;
import dev.parley.platform.image.Thumbnails;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.apache.tika.Tika;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Inspects the bytes of a file, independent of its declared type. Files that run when they are
/// opened are blocked, by their bytes or by their name. Pages and drawings that could contain a
/// script are stored, but only served as a download.
@Component
class FileInspection {
    private static final Tika tika = new Tika();

    /// Tika reads no more.
    private static final int DETECTION_BYTES = 64 * 1024;

    private static final MediaTypeRegistry types = MediaTypeRegistry.getDefaultRegistry();

    private static final List<MediaType> BLOCKED_TYPES =
            List.of(
                    MediaType.application("x-dosexec"),
                    MediaType.application("x-msdownload"),
                    MediaType.application("x-elf"),
                    MediaType.application("x-mach-o"),
                    MediaType.application("x-sh"),
                    MediaType.application("x-bat"),
                    MediaType.application("x-ms-installer"),
                    MediaType.application("x-ms-shortcut"),
                    MediaType.application("java-archive"),
                    MediaType.application("java-vm"),
                    MediaType.application("x-apple-diskimage"),
                    MediaType.application("javascript"),
                    MediaType.text("javascript"),
                    MediaType.text("x-vbscript"));

    /// The names that browsers know, by the names that Tika returns.
    private static final Map<String, String> BROWSER_NAMES =
            Map.of(
                    "audio/vnd.wave", "audio/wav",
                    "audio/x-wav", "audio/wav",
                    "audio/vorbis", "audio/ogg",
                    "audio/opus", "audio/ogg",
                    "audio/x-flac", "audio/flac",
                    "audio/x-aac", "audio/aac",
                    "audio/x-m4a", "audio/mp4",
                    "application/mp4", "video/mp4",
                    "video/x-m4v", "video/mp4");

    /// Only one larger file is in memory at a time.
    private static final int LARGE = 1024 * 1024;

    private final Semaphore large = new Semaphore(1);
    private final Thumbnails thumbnails;

    FileInspection(Thumbnails thumbnails) {
        this.thumbnails = thumbnails;
    }

    /// @param name the file's name in the channel, and `title` its name in the message
    InspectionResult of(
            Blob content,
            @Nullable String name,
            @Nullable String title,
            Attachment.Type declaredType) {
        if (content.size() <= LARGE) {
            return of(content, content.bytes(), name, title, declaredType);
        }
        large.acquireUninterruptibly();
        try {
            return of(content, content.bytes(), name, title, declaredType);
        } finally {
            large.release();
        }
    }

    private InspectionResult of(
            Blob content,
            byte[] bytes,
            @Nullable String name,
            @Nullable String title,
            Attachment.Type declaredType) {
        var type = type(content, name == null ? title : name, declaredType);
        if (isBlocked(type)
                || ExecutableFiles.isByContent(bytes)
                || isBlockedName(name)
                || isBlockedName(title)) {
            return new InspectionResult.Blocked(type);
        }
        return new InspectionResult.Safe(
                content,
                type,
                FileNames.best(title, name, type, declaredType),
                thumbnails.of(bytes, type));
    }

    private static String type(Blob content, @Nullable String name, Attachment.Type declaredType) {
        var cleaned = name == null ? "" : FileNames.clean(name);
        var found = tika.detect(content.head(DETECTION_BYTES), cleaned);
        var known = BROWSER_NAMES.getOrDefault(found, found);
        // A voice message has the same container as a video.
        return declaredType == Attachment.Type.AUDIO && known.equals("video/mp4")
                ? "audio/mp4"
                : known;
    }

    private static boolean isBlocked(String type) {
        var found = MediaType.parse(type);
        return BLOCKED_TYPES.stream()
                .anyMatch(blocked ->
                        blocked.equals(found) || types.isSpecializationOf(found, blocked));
    }

    private static boolean isBlockedName(@Nullable String name) {
        return name != null && ExecutableFiles.isByName(FileNames.clean(name));
    }
}
