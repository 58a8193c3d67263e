package dev.parley.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/// Logs that requests fail because the database does not answer: not for each, as strangers can
/// send any number of them.
@Component
class OutageLog {
    private static final Logger log = LoggerFactory.getLogger(OutageLog.class);
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final Clock clock;
    private Instant silentUntil = Instant.MIN;
    private int count;

    OutageLog(Clock clock) {
        this.clock = clock;
    }

    synchronized void add(HttpServletRequest request, Exception failure) {
        count++;
        var now = clock.instant();
        if (now.isBefore(silentUntil)) {
            return;
        }
        log.error(
                "Requests failed because the database does not answer ({} since the last such line, the latest {} {}): {}",
                count,
                request.getMethod(),
                request.getRequestURI(),
                NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
        count = 0;
        silentUntil = now.plus(INTERVAL);
    }
}
