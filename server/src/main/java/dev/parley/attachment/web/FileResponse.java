package dev.parley.attachment.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.attachment.Attachments.Opened;
import dev.parley.attachment.FileDisplay;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.file.Path;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// Responds with a file. Only pictures, audio and video are shown inline; everything else is a
/// download with a type that browsers do not open automatically.
public final class FileResponse {
    private FileResponse() {}

    public static ResponseEntity<Resource> original(Opened opened, HttpServletResponse response) {
        var attachment = opened.attachment();
        var inline = attachment.display() != FileDisplay.DOWNLOAD;
        var type = inline ? attachment.contentType() : null;
        var served =
                type == null ? MediaType.APPLICATION_OCTET_STREAM : MediaType.parseMediaType(type);
        protect(opened, inline, response);
        return answer(opened.file(), served, attachment.id().value().toString());
    }

    /// The thumbnail of the file; the file itself if it is its own thumbnail.
    public static ResponseEntity<Resource> thumbnail(Opened opened, HttpServletResponse response) {
        var picture = opened.attachment().picture();
        var type = picture == null ? null : picture.thumbnailType();
        var file = opened.thumbnail();
        if (type == null || file == null) {
            return original(opened, response);
        }
        protect(opened, true, response);
        var tag = opened.attachment().id().value() + "-small";
        return answer(file, MediaType.parseMediaType(type), tag);
    }

    /// Set here and not on the entity, because they replace the headers of every page.
    private static void protect(Opened opened, boolean inline, HttpServletResponse response) {
        var disposition = inline ? ContentDisposition.inline() : ContentDisposition.attachment();
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                disposition.filename(opened.attachment().name(), UTF_8).build().toString());
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        // Revalidated each time, because an unsent message must not stay visible.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }

    /// MVC handles range requests.
    private static ResponseEntity<Resource> answer(Path file, MediaType type, String tag) {
        return ResponseEntity.ok()
                .contentType(type)
                .eTag("\"" + tag + "\"")
                .body(new FileSystemResource(file));
    }
}
