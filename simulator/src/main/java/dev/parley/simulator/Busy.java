package dev.parley.simulator;

import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Says the same of a body that is found too much while it is read as {@link WebServer} says of one
/// that announces its length.
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Busy {
    static final String WORDS = "The server is busy. Try again in a few seconds.";
    static final Duration PAUSE = Duration.ofSeconds(5);

    @ExceptionHandler
    ResponseEntity<String> busy(NoRoom noRoom) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(PAUSE.toSeconds()))
                .header(HttpHeaders.CONNECTION, "close")
                .body(WORDS);
    }
}
