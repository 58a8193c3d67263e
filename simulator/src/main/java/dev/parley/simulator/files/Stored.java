package dev.parley.simulator.files;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.springframework.web.util.UriUtils;

/// A file that can be fetched from here.
///
/// @param contentType as its sender declared it
public record Stored(String id, String name, String contentType, long size, Path at) {
    /// {@return the word that Messenger has for such a file}
    public String kind() {
        return switch (contentType.replaceAll("/.*", "")) {
            case "image" -> "image";
            case "video" -> "video";
            case "audio" -> "audio";
            default -> "file";
        };
    }

    /// {@return where it is served, below the simulator's address}
    public String path() {
        return "/files/" + id + "/" + UriUtils.encodePathSegment(name, StandardCharsets.UTF_8);
    }
}
