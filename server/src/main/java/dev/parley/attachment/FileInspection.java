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

/// Looks at the bytes of a file, whatever anybody called it. What runs when it is opened is
/// blocked, by its bytes or by its name. Pages and drawings that could hold a script are kept, but
/// only ever handed out as a download.
@Component
class FileInspection {
    private static final Tika tika = new Tika();

    /// Tika looks at no more.
    private static final int TOLD_BY = 64 * 1024;

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

    /// Names that browsers know, for what the bytes are called elsewhere.
    private static final Map<String, String> USUAL_NAMES =
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

    /// Of larger ones, one is in memory at a time.
    private static final int LARGE = 1024 * 1024;

    private final Semaphore large = new Semaphore(1);
    private final Thumbnails thumbnails;

    FileInspection(Thumbnails thumbnails) {
        this.thumbnails = thumbnails;
    }

    /// @param name what the channel calls the file, and `title` what the message does
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
        var found = tika.detect(content.head(TOLD_BY), name == null ? "" : FileNames.clean(name));
        var usual = USUAL_NAMES.getOrDefault(found, found);
        // A voice message comes in the same wrapping as a video.
        return declaredType == Attachment.Type.AUDIO && usual.equals("video/mp4")
                ? "audio/mp4"
                : usual;
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
