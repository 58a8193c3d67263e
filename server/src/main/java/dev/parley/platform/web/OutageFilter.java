package dev.parley.platform.web;

import dev.parley.platform.DatabaseOutage;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Responds with 503 if a filter, such as the look-up of a session, needs a database that does not
/// respond. Failures in controllers are handled by [ErrorAdvice].
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 12)
class OutageFilter extends HttpFilter {
    private static final long serialVersionUID = 1;

    private final transient ErrorPages errorPages;

    OutageFilter(ErrorPages errorPages) {
        this.errorPages = errorPages;
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException failure) {
            if (!DatabaseOutage.is(failure) || response.isCommitted()) {
                throw failure;
            }
            response.resetBuffer();
            errorPages.sendOutage(failure, request, response);
        }
    }
}
