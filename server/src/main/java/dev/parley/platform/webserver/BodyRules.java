package dev.parley.platform.webserver;

import dev.parley.platform.BodyRule;
import dev.parley.platform.BodyRule.Decision;
import dev.parley.platform.BodyRule.Limited;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.function.SingletonSupplier;

/// Decides how the body of a request is handled.
final class BodyRules {
    /// For API clients: texts and their metadata.
    private static final Limited PROGRAMS = new Limited(1024 * 1024);

    /// For browsers: Jetty's limit of a form, which is enough for a long reply with nine bytes per
    /// character.
    private static final Limited FORMS = new Limited(200_000);

    private final Supplier<List<BodyRule>> rules;

    /// @param rules resolved at the first request
    BodyRules(ObjectProvider<BodyRule> rules) {
        this.rules = SingletonSupplier.of(() -> rules.stream().toList());
    }

    static boolean hasBody(Request request) {
        return request.getLength() > 0
                || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    static boolean isProbe(Request request) {
        return path(request.getHttpURI()).startsWith("/actuator/health");
    }

    /// {@return whether it is compressed or otherwise encoded}
    ///
    /// Jetty would decode it after the gate, where a few bytes could grow into many without a
    /// limit.
    static boolean isEncoded(Request request) {
        return request.getHeaders().getValuesList(HttpHeader.CONTENT_ENCODING).stream()
                .anyMatch(coding -> !coding.strip().equalsIgnoreCase("identity"));
    }

    /// {@return whether it has a transfer coding other than chunked} Jetty would ignore that.
    static boolean hasUnknownCoding(Request request) {
        return request.getHeaders().getValuesList(HttpHeader.TRANSFER_ENCODING).stream()
                .anyMatch(coding -> !coding.strip().equalsIgnoreCase("chunked"));
    }

    /// {@return whether it uploads a file, which is streamed to disk}
    ///
    /// Only requests with credentials, to paths that verify them before the file is read. Otherwise
    /// anyone could fill the disk.
    boolean isUpload(Request request) {
        return hasFile(request)
                && rules.get().stream()
                        .anyMatch(rule ->
                                rule.takesFiles(request.getMethod(), path(request.getHttpURI())));
    }

    private static boolean hasFile(Request request) {
        var headers = request.getHeaders();
        var type = headers.get(HttpHeader.CONTENT_TYPE);
        return type != null
                && type.regionMatches(true, 0, "multipart/form-data", 0, 19)
                && (headers.contains(HttpHeader.AUTHORIZATION)
                        || headers.contains(HttpHeader.COOKIE));
    }

    Decision of(Request request) {
        var path = path(request.getHttpURI());
        for (var rule : rules.get()) {
            var ruling = rule.of(request.getMethod(), path);
            if (ruling.isPresent()) {
                return ruling.get();
            }
        }
        return path.startsWith("/api/") ? PROGRAMS : FORMS;
    }

    static String path(@Nullable HttpURI uri) {
        var path = uri == null ? null : uri.getDecodedPath();
        return path == null ? "" : path;
    }
}
