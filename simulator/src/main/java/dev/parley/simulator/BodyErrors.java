package dev.parley.simulator;

import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Responds with 503 when the memory for request bodies is exhausted while a body is read.
/// [WebServer] does the same for a body with a Content-Length.
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class BodyErrors {
    static final String MESSAGE = "The server is busy. Try again in a few seconds.";
    static final Duration PAUSE = Duration.ofSeconds(5);

    @ExceptionHandler
    ResponseEntity<String> busy(BodyMemoryExceeded exceeded) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(PAUSE.toSeconds()))
                .header(HttpHeaders.CONNECTION, "close")
                .body(MESSAGE);
    }
}
