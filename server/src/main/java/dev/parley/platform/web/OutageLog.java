package dev.parley.platform.web;

import dev.parley.platform.LogInterval;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/// Logs that requests fail because the database does not answer: not for each, as strangers can
/// send any number of them.
final class OutageLog {
    private static final Logger log = LoggerFactory.getLogger(OutageLog.class);

    private final LogInterval interval = new LogInterval();

    void add(HttpServletRequest request, Exception failure) {
        if (interval.isDue()) {
            log.error(
                    "Requests fail because the database does not answer, the latest is {} {}: {}",
                    request.getMethod(),
                    request.getRequestURI(),
                    NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
        }
    }
}
