package dev.parley.simulator.graph;

import dev.parley.simulator.fault.ClientConnection;
import dev.parley.simulator.fault.Condition;
import dev.parley.simulator.fault.Faults;
import dev.parley.simulator.world.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/// The headers and errors that all responses of Graph have in common.
@RestControllerAdvice(basePackageClasses = GraphAnswers.class)
class GraphAnswers implements ResponseBodyAdvice<Object> {
    private static final Logger log = LoggerFactory.getLogger(GraphAnswers.class);
    private static final MediaType JSON =
            new MediaType("application", "json", StandardCharsets.UTF_8);

    private final RateLimits rates;
    private final Faults faults;
    private final ErrorAnswers errors;

    GraphAnswers(RateLimits rates, Faults faults, ErrorAnswers errors) {
        this.rates = rates;
        this.faults = faults;
        this.errors = errors;
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(GraphRefusal refused, HttpServletRequest request) {
        return errors.answer(refused.error(), request);
    }

    @ExceptionHandler
    void cut(ConnectionCut broken, HttpServletRequest request) {
        request.setAttribute(GraphGate.CUT, true);
        ClientConnection.cut(request);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> tooBig(
            MaxUploadSizeExceededException failure, HttpServletRequest request) {
        return errors.answer(GraphErrors.TOO_BIG, request);
    }

    /// The simulator's own errors are returned in Meta's format.
    @ExceptionHandler
    ResponseEntity<Map<String, Object>> failed(Exception failure, HttpServletRequest request) {
        log.error("Could not answer {}", request.getRequestURI(), failure);
        return errors.answer(GraphErrors.UNKNOWN, request);
    }

    @Override
    public boolean supports(
            MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType chosen,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (MediaType.APPLICATION_JSON.isCompatibleWith(chosen)) {
            response.getHeaders().setContentType(JSON);
        }
        addUsage(request, response);
        return body;
    }

    /// The usage in percent of Meta's limits.
    private void addUsage(ServerHttpRequest request, ServerHttpResponse response) {
        if (request instanceof ServletServerHttpRequest servlet
                && servlet.getServletRequest().getAttribute(Tokens.PAGE) instanceof Page page) {
            var used =
                    faults.hit(Condition.Kind.USAGE, page)
                            .map(Condition::value)
                            .orElseGet(() -> rates.percent(page));
            var headers = response.getHeaders();
            headers.set("X-App-Usage", "{%s}".formatted(counts(used)));
            headers.set(
                    "X-Business-Use-Case-Usage",
                    "{\"%s\":[{\"type\":\"messenger\",%s,\"estimated_time_to_regain_access\":%d}]}"
                            .formatted(page.id(), counts(used), used < 100 ? 0 : 1));
        }
    }

    private static String counts(int used) {
        return "\"call_count\":%d,\"total_cputime\":%d,\"total_time\":%d"
                .formatted(used, used / 2, used / 2);
    }
}
