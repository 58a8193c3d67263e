package dev.parley.simulator.graph;

import dev.parley.simulator.world.Ids;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Returns refusals in Meta's format, wherever a call is refused.
@Component
class ErrorAnswers {
    private static final String CHALLENGE = "WWW-Authenticate";

    private final JsonMapper json;

    ErrorAnswers(JsonMapper json) {
        this.json = json;
    }

    ResponseEntity<Map<String, Object>> answer(GraphError error, HttpServletRequest request) {
        request.setAttribute(GraphGate.ERROR, error.message());
        return ResponseEntity.status(error.status())
                .header(CHALLENGE, challenge(error))
                .body(error.body(Ids.trace()));
    }

    /// For calls that do not reach a controller.
    void write(GraphError error, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        request.setAttribute(GraphGate.ERROR, error.message());
        if (!response.isCommitted()) {
            response.resetBuffer();
            response.setStatus(error.status());
            response.setHeader(CHALLENGE, challenge(error));
            response.setContentType("application/json; charset=UTF-8");
            response.getOutputStream().write(json.writeValueAsBytes(error.body(Ids.trace())));
        }
    }

    static String challenge(GraphError error) {
        return "OAuth \"Facebook Platform\" \"%s\" \"%s\""
                .formatted(
                        error.code() == 190 ? "invalid_token" : "invalid_request",
                        ascii(error.message()));
    }

    /// Reduces the text to ASCII, which headers require, and to 500 characters.
    private static String ascii(String text) {
        var plain = text.replace("\"", "'").replaceAll("[^ -~]", "?");
        return plain.substring(0, Math.min(plain.length(), 500));
    }
}
