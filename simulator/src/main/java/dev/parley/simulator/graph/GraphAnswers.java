package dev.parley.simulator.graph;

import dev.parley.simulator.world.Ids;
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
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/// What all answers of Graph have in common.
@RestControllerAdvice(basePackageClasses = GraphAnswers.class)
class GraphAnswers implements ResponseBodyAdvice<Object> {
    private static final Logger log = LoggerFactory.getLogger(GraphAnswers.class);
    private static final MediaType JSON =
            new MediaType("application", "json", StandardCharsets.UTF_8);

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(Refused refused, HttpServletRequest request) {
        var error = refused.error();
        request.setAttribute(GraphGate.ERROR, error.message());
        return ResponseEntity.status(error.status())
                .header(
                        "WWW-Authenticate",
                        "OAuth \"Facebook Platform\" \"%s\" \"%s\""
                                .formatted(kind(error), ascii(error.message())))
                .body(error.body(Ids.trace()));
    }

    /// The simulator's own mistakes look like Meta's.
    @ExceptionHandler
    ResponseEntity<Map<String, Object>> failed(
            RuntimeException failure, HttpServletRequest request) {
        log.error("Could not answer {}", request.getRequestURI(), failure);
        return refused(new Refused(GraphErrors.UNKNOWN), request);
    }

    private static String kind(GraphError error) {
        return error.code() == 190 ? "invalid_token" : "invalid_request";
    }

    private static String ascii(String text) {
        return text.replace("\"", "'").replaceAll("[^ -~]", "?");
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

    private static void addUsage(ServerHttpRequest request, ServerHttpResponse response) {
        if (request instanceof ServletServerHttpRequest servlet
                && servlet.getServletRequest().getAttribute(Tokens.PAGE) instanceof Page page) {
            response.getHeaders().set("X-Business-Use-Case-Usage", usage(page));
        }
    }

    private static String usage(Page page) {
        return ("{\"%s\":[{\"type\":\"messenger\",\"call_count\":1,\"total_cputime\":1,"
                        + "\"total_time\":1,\"estimated_time_to_regain_access\":0}]}")
                .formatted(page.id());
    }
}
