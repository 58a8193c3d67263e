package dev.parley.platform.web;

import dev.parley.platform.web.BadInput.Flaw;
import dev.parley.platform.web.BadInput.Place;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Refuses what cannot be read before anything reads it, at every address, and says which part of
/// the request it is. Bodies are read here only where they are a form of a page: Meta's are checked
/// over their exact bytes, and programs send none.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 15)
class InputFilter extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final Logger log = LoggerFactory.getLogger(InputFilter.class);
    private static final String FORM = "application/x-www-form-urlencoded";

    private static final Look UNREADABLE =
            new Look.Bad(new BadInput(Place.BODY, "", Flaw.ENCODING));

    private final transient ErrorPages errorPages;

    InputFilter(ErrorPages errorPages) {
        this.errorPages = errorPages;
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        switch (look(request)) {
            case Look.Fine() -> chain.doFilter(request, response);
            case Look.Bad(var input) -> refuse(input, request, response);
            case Look.TooLarge() -> errorPages.tell(413, null, request, response);
        }
    }

    private static Look look(HttpServletRequest request) {
        var address = InputChecks.address(request);
        if (address.isPresent()) {
            return new Look.Bad(address.get());
        }
        var type = request.getContentType();
        if (type != null && !isWebhook(request) && !InputChecks.isOneType(type)) {
            return new Look.Bad(new BadInput(Place.HEADER, "Content-Type", Flaw.MEDIA_TYPE));
        }
        return isForm(request) ? form(request) : new Look.Fine();
    }

    private void refuse(BadInput input, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        log.debug("{} was refused: {}", request.getMethod(), input.detail());
        errorPages.tell(input, request, response);
    }

    private static boolean isForm(HttpServletRequest request) {
        var type = Objects.toString(request.getContentType(), "").toLowerCase(Locale.ROOT);
        return type.strip().startsWith(FORM)
                && !ErrorPages.forPrograms(request)
                && !isWebhook(request);
    }

    private static boolean isWebhook(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/webhooks/", request.getContextPath().length());
    }

    private static Look form(HttpServletRequest request) {
        try {
            return InputChecks.parameters(request.getParameterMap())
                    .<Look>map(Look.Bad::new)
                    .orElseGet(Look.Fine::new);
        } catch (HttpException.RuntimeException told) {
            return told.getCode() == 413 ? new Look.TooLarge() : UNREADABLE;
        } catch (RuntimeException unreadable) {
            log.debug("A form could not be read", unreadable);
            return UNREADABLE;
        }
    }

    /// What there is to say about a request.
    private sealed interface Look {
        record Fine() implements Look {}

        record Bad(BadInput input) implements Look {}

        record TooLarge() implements Look {}
    }
}
