package dev.parley.hostile;

import dev.parley.testing.TestParley;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/// One endpoint.
///
/// @param path with `{…}` for ids
/// @param parameters the names that it reads
record Target(String method, String path, List<String> parameters) {
    private static final Pattern FIELD = Pattern.compile("(?:name|id) ?= ?\"([A-Za-z]+)\"");

    boolean forPrograms() {
        return path.startsWith("/api/");
    }

    /// {@return all endpoints that the description of the API names}
    static List<Target> described(JsonNode description) {
        var found = new ArrayList<Target>();
        for (var path : description.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                var names =
                        operation
                                .getValue()
                                .path("parameters")
                                .valueStream()
                                .map(one -> one.path("name").asString())
                                .toList();
                found.add(
                        new Target(
                                operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), names));
            }
        }
        return found;
    }

    /// {@return every address that a controller handles}
    static List<Target> mapped(TestParley parley) {
        var mapping =
                parley.part(RequestMappingHandlerMapping.class, "requestMappingHandlerMapping");
        var found = new ArrayList<Target>();
        mapping.getHandlerMethods().forEach((info, method) -> found.addAll(targets(info, method)));
        found.add(new Target("POST", "/sign-out", List.of("_csrf")));
        return found;
    }

    private static List<Target> targets(RequestMappingInfo info, HandlerMethod method) {
        var names = parameters(method);
        var methods = info.getMethodsCondition().getMethods();
        var verbs =
                methods.isEmpty()
                        ? Set.of("GET")
                        : new TreeSet<>(methods.stream().map(Enum::name).toList());
        return info.getPatternValues().stream()
                .flatMap(path -> verbs.stream().map(verb -> new Target(verb, path, names)))
                .toList();
    }

    private static List<String> parameters(HandlerMethod method) {
        var names = new DefaultParameterNameDiscoverer();
        return Arrays.stream(method.getMethodParameters())
                .peek(parameter -> parameter.initParameterNameDiscovery(names))
                .filter(parameter ->
                        AnnotatedElementUtils.hasAnnotation(
                                parameter.getParameter(), RequestParam.class))
                .map(parameter -> parameter.getParameterName())
                .filter(Objects::nonNull)
                .toList();
    }

    /// {@return the names of all fields of all forms}
    static List<String> fields() {
        var names = new TreeSet<String>();
        try (Stream<Path> templates = Files.walk(Path.of("src", "main", "jte"))) {
            for (var template : templates.filter(Files::isRegularFile).toList()) {
                FIELD.matcher(Files.readString(template))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(names::add);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return List.copyOf(names);
    }
}
