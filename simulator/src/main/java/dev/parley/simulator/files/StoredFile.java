package dev.parley.simulator.files;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.springframework.web.util.UriUtils;

/// A file that the simulator serves.
///
/// @param contentType as its sender declared it
public record StoredFile(String id, String name, String contentType, long size, Path at) {
    /// Meta's limit for every kind of file except images.
    public static final long LARGEST = 25L * 1024 * 1024;

    /// {@return whether it can be sent as this kind, by its declared type and its content}
    public boolean canBe(String wanted) {
        if (!FileKinds.MEDIA.contains(wanted)) {
            return true;
        }
        var declared = kind();
        var octets = contentType.startsWith("application/");
        return (declared.equals(wanted) || octets) && FileKinds.of(at).contains(wanted);
    }

    /// {@return Messenger's attachment type for the file}
    public String kind() {
        return switch (contentType.replaceAll("/.*", "")) {
            case "image" -> "image";
            case "video" -> "video";
            case "audio" -> "audio";
            default -> "file";
        };
    }

    /// {@return its path below the simulator's address}
    public String path() {
        return "/files/" + id + "/" + UriUtils.encodePathSegment(name, StandardCharsets.UTF_8);
    }
}
