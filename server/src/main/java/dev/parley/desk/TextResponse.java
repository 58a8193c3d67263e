package dev.parley.desk;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// Responses in plain text, such as the sentence that says why a request was refused. The scripts
/// of the desk show it where the user is.
final class TextResponse {
    private static final MediaType TEXT =
            new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private TextResponse() {}

    static ResponseEntity<String> of(int status, String text) {
        return ResponseEntity.status(status).contentType(TEXT).body(text);
    }
}
