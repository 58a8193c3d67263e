package dev.parley.api;

import dev.parley.attachment.Attachments.Opened;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;

/// Refuses ranges that a file does not have. MVC alone would respond with 416 and the whole file.
final class ByteRanges {
    private ByteRanges() {}

    /// {@return the same file}
    static Opened checked(Opened opened, HttpServletRequest request, HttpServletResponse response) {
        var wanted = request.getHeader(HttpHeaders.RANGE);
        if (wanted != null && !has(opened, wanted)) {
            response.setHeader(
                    HttpHeaders.CONTENT_RANGE, "bytes */" + opened.file().toFile().length());
            throw Problem.RANGE_NOT_SATISFIABLE.with(
                    "The header Range names bytes that this file does not have");
        }
        return opened;
    }

    private static boolean has(Opened opened, String wanted) {
        try {
            var file = new FileSystemResource(opened.file());
            return !HttpRange.toResourceRegions(HttpRange.parseRanges(wanted), file).isEmpty();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
