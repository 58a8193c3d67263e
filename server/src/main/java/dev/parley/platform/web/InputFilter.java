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

/// Refuses unreadable input at every address before anything reads it, and names the part of the
/// request. Bodies are read here only if they are a form of a page: channels' signatures cover the
/// exact bytes, and API clients send no forms.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 15)
class InputFilter extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final Logger log = LoggerFactory.getLogger(InputFilter.class);
    private static final String FORM = "application/x-www-form-urlencoded";

    private static final Result UNREADABLE =
            new Result.Bad(new BadInput(Place.BODY, "", Flaw.ENCODING));

    private final transient ErrorPages errorPages;

    InputFilter(ErrorPages errorPages) {
        this.errorPages = errorPages;
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        switch (check(request)) {
            case Result.Fine() -> chain.doFilter(request, response);
            case Result.Bad(var input) -> refuse(input, request, response);
            case Result.TooLarge() -> errorPages.send(413, null, request, response);
        }
    }

    private static Result check(HttpServletRequest request) {
        var address = InputChecks.address(request);
        if (address.isPresent()) {
            return new Result.Bad(address.get());
        }
        var type = request.getContentType();
        if (type != null && !isWebhook(request) && !InputChecks.isOneType(type)) {
            return new Result.Bad(new BadInput(Place.HEADER, "Content-Type", Flaw.MEDIA_TYPE));
        }
        return isForm(request) ? form(request) : new Result.Fine();
    }

    private void refuse(BadInput input, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        log.debug("{} was refused: {}", request.getMethod(), input.detail());
        errorPages.send(input, request, response);
    }

    private static boolean isForm(HttpServletRequest request) {
        var type = Objects.toString(request.getContentType(), "").toLowerCase(Locale.ROOT);
        return type.strip().startsWith(FORM)
                && !ErrorPages.isApiRequest(request)
                && !isWebhook(request);
    }

    private static boolean isWebhook(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/webhooks/", request.getContextPath().length());
    }

    private static Result form(HttpServletRequest request) {
        try {
            return InputChecks.parameters(request.getParameterMap())
                    .<Result>map(Result.Bad::new)
                    .orElseGet(Result.Fine::new);
        } catch (HttpException.RuntimeException exception) {
            return exception.getCode() == 413 ? new Result.TooLarge() : UNREADABLE;
        } catch (RuntimeException unreadable) {
            log.debug("A form could not be read", unreadable);
            return UNREADABLE;
        }
    }

    /// The result of checking a request.
    private sealed interface Result {
        record Fine() implements Result {}

        record Bad(BadInput input) implements Result {}

        record TooLarge() implements Result {}
    }
}
