package dev.parley.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/// Logs that requests fail because the database does not answer: not for each, as strangers can
/// send any number of them.
final class OutageLog {
    private static final Logger log = LoggerFactory.getLogger(OutageLog.class);
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private long lastLine = System.nanoTime() - INTERVAL.toNanos();

    synchronized void add(HttpServletRequest request, Exception failure) {
        var now = System.nanoTime();
        if (now - lastLine < INTERVAL.toNanos()) {
            return;
        }
        lastLine = now;
        log.error(
                "Requests fail because the database does not answer, the latest is {} {}: {}",
                request.getMethod(),
                request.getRequestURI(),
                NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
    }
}
