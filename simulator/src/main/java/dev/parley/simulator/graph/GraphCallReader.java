package dev.parley.simulator.graph;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/// Reads calls in all the forms that Graph takes: parameters in the address, a form whose fields
/// may hold JSON, JSON as the body, and uploads.
@Component
class GraphCallReader implements HandlerMethodArgumentResolver {
    /// The request attribute under which the log finds what was read.
    static final String READ = GraphCall.class.getName();

    private final JsonMapper json;

    GraphCallReader(JsonMapper json) {
        this.json = json;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == GraphCall.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders)
            throws IOException {
        var request =
                Optional.ofNullable(web.getNativeRequest(HttpServletRequest.class)).orElseThrow();
        var call = read(request, upload(web));
        request.setAttribute(READ, call);
        return call;
    }

    private GraphCall read(HttpServletRequest request, @Nullable MultipartFile upload)
            throws IOException {
        var parameters = new LinkedHashMap<String, JsonNode>();
        request.getParameterMap()
                .forEach((name, values) -> parameters.put(name, lenient(values[0])));
        parameters.putAll(body(request));
        var token = Optional.ofNullable(parameters.get("access_token")).map(JsonNode::asString);
        return new GraphCall(
                request.getMethod(),
                request.getRequestURI(),
                ServletUriComponentsBuilder.fromRequestUri(request).replacePath(null).toUriString(),
                token.or(() -> bearer(request)).orElse(null),
                parameters,
                upload);
    }

    private Map<String, JsonNode> body(HttpServletRequest request) throws IOException {
        var type = request.getContentType();
        if (type == null || !type.contains("json")) {
            return Map.of();
        }
        var fields = new LinkedHashMap<String, JsonNode>();
        lenientTree(request.getInputStream().readAllBytes())
                .properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }

    private JsonNode lenientTree(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException _) {
            throw new Refused(GraphError.of(100, "(#100) Invalid JSON in the body"));
        }
    }

    /// A field that looks like JSON is JSON, anything else is text.
    private JsonNode lenient(String value) {
        if (!value.startsWith("{") && !value.startsWith("[")) {
            return StringNode.valueOf(value);
        }
        try {
            return json.readTree(value);
        } catch (JacksonException _) {
            return StringNode.valueOf(value);
        }
    }

    private static Optional<String> bearer(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(header -> header.substring(7).strip());
    }

    private static @Nullable MultipartFile upload(NativeWebRequest web) {
        var multipart = web.getNativeRequest(MultipartHttpServletRequest.class);
        return multipart == null
                ? null
                : multipart.getFileMap().values().stream().findFirst().orElse(null);
    }
}
