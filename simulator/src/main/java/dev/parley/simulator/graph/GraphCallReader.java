package dev.parley.simulator.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Creates a call from the parameters that [GraphGate] has read, and from multipart bodies.
@Component
class GraphCallReader implements HandlerMethodArgumentResolver {
    /// The request attribute with the call, for the log.
    static final String READ = GraphCall.class.getName();

    /// Older SDKs of Meta use OAuth, newer ones Bearer.
    private static final Pattern TOKEN =
            Pattern.compile("(?:Bearer|OAuth)\\s+(.*)", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_FIELD = 1024 * 1024;

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
        var call = read(request, web);
        request.setAttribute(READ, call);
        return call;
    }

    private GraphCall read(HttpServletRequest request, NativeWebRequest web) throws IOException {
        var parameters = new LinkedHashMap<>(GraphGate.parameters(request));
        var upload = upload(web, parameters);
        return new GraphCall(
                request.getMethod(),
                GraphGate.path(request),
                ServletUriComponentsBuilder.fromRequestUri(request)
                        .replacePath(null)
                        .replaceQuery(null)
                        .toUriString(),
                token(parameters).or(() -> token(request)).orElse(null),
                parameters,
                upload);
    }

    private static Optional<String> token(Map<String, JsonNode> parameters) {
        return Optional.ofNullable(parameters.get("access_token"))
                .map(token -> token.asString(""))
                .filter(token -> !token.isEmpty());
    }

    private static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .map(TOKEN::matcher)
                .filter(token -> token.matches())
                .map(token -> token.group(1).strip());
    }

    /// A multipart body that cannot be parsed has no parts, and the connection cannot be reused.
    private @Nullable MultipartFile upload(NativeWebRequest web, Map<String, JsonNode> parameters)
            throws IOException {
        var request = web.getNativeRequest(MultipartHttpServletRequest.class);
        if (request == null) {
            return null;
        }
        try {
            var files = request.getFileMap().values();
            fields(request).forEach(parameters::putIfAbsent);
            return files.stream().findFirst().orElse(null);
        } catch (MaxUploadSizeExceededException failure) {
            throw failure;
        } catch (MultipartException | ServletException _) {
            Optional.ofNullable(web.getNativeResponse(HttpServletResponse.class))
                    .ifPresent(response -> response.setHeader("Connection", "close"));
            return null;
        }
    }

    private Map<String, JsonNode> fields(HttpServletRequest request)
            throws IOException, ServletException {
        var names = new ParameterNames(json);
        for (var part : request.getParts()) {
            if (part.getSubmittedFileName() == null && part.getName() != null) {
                try (var content = part.getInputStream()) {
                    names.put(part.getName(), new String(content.readNBytes(LONGEST_FIELD), UTF_8));
                }
            }
        }
        return names.all();
    }
}
