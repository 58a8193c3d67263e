package dev.parley.simulator.graph;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The Graph version and path of a request. Every path except those of the web page, the files and
/// the control API is Graph's, so that every call of an app gets Meta's response.
///
/// @param version as given in the path, if any
/// @param path the rest of the path, without redundant slashes
record GraphAddress(@Nullable String version, String path) {
    static final String ROOT = "/";

    private static final Pattern NOT_GRAPH =
            Pattern.compile(
                    "/(?:index\\.html|icon\\.svg|favicon\\.ico|(?:css|js|files|simulator)(?:/.*)?)",
                    Pattern.DOTALL);
    private static final Pattern VERSIONED =
            Pattern.compile("/(v\\d{1,3}\\.\\d{1,3})(/.*)?", Pattern.DOTALL);

    /// {@return empty if the request is not for Graph}
    static Optional<GraphAddress> of(HttpServletRequest request) {
        var address = request.getRequestURI();
        return NOT_GRAPH.matcher(address).matches() || isStartPage(request, address)
                ? Optional.empty()
                : Optional.of(of(address));
    }

    private static GraphAddress of(String address) {
        var versioned = VERSIONED.matcher(address);
        return versioned.matches()
                ? new GraphAddress(versioned.group(1), plain(versioned.group(2)))
                : new GraphAddress(null, plain(address));
    }

    /// A POST to the root is a batch, and a GET with ids reads several nodes.
    private static boolean isStartPage(HttpServletRequest request, String address) {
        var query = request.getQueryString();
        return address.equals(ROOT)
                && (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"))
                && (query == null || !query.matches("(?s)(?:.*&)?(?:ids|method)(?:%5B|\\[|=).*"));
    }

    private static String plain(@Nullable String path) {
        var plain = path == null ? "" : path.replaceAll("/{2,}", "/").replaceAll("/$", "");
        return plain.isEmpty() ? ROOT : plain;
    }
}
