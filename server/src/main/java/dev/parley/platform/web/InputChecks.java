package dev.parley.platform.web;

import dev.parley.platform.web.BadInput.Flaw;
import dev.parley.platform.web.BadInput.Place;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;

/// Checks for input that Parley cannot read or store: U+0000, which PostgreSQL does not accept in
/// text, and anything that is not UTF-8.
final class InputChecks {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._~-]*|\\[?[0-9A-Fa-f:.]+]?");

    private InputChecks() {}

    /// {@return the flaw of the address, or of what a proxy reports about it}
    static Optional<BadInput> address(HttpServletRequest request) {
        if (!HOST.matcher(request.getServerName()).matches()) {
            return bad(Place.HEADER, "Host", Flaw.VALUE);
        }
        var path = PercentEncoding.flaw(request.getRequestURI());
        return path == null ? query(request.getQueryString()) : bad(Place.PATH, "", path);
    }

    /// {@return the flaw of the decoded parameters}
    static Optional<BadInput> parameters(Map<String, String[]> parameters) {
        return parameters.entrySet().stream()
                .filter(entry ->
                        Stream.concat(Stream.of(entry.getKey()), Stream.of(entry.getValue()))
                                .anyMatch(text -> text.indexOf('\0') >= 0))
                .findFirst()
                .map(entry -> new BadInput(Place.FORM, entry.getKey(), Flaw.NUL));
    }

    /// {@return whether this is a valid type of a body; an empty one is allowed}
    static boolean isOneType(String type) {
        try {
            return type.isBlank() || MimeTypeUtils.parseMimeType(type).isConcrete();
        } catch (InvalidMimeTypeException _) {
            return false;
        }
    }

    private static Optional<BadInput> query(@Nullable String query) {
        return Stream.of(Objects.toString(query, "").split("&", -1))
                .flatMap(pair -> parameter(pair).stream())
                .findFirst();
    }

    private static Optional<BadInput> parameter(String pair) {
        var flaw = PercentEncoding.flaw(pair);
        if (flaw == null) {
            return Optional.empty();
        }
        var raw = pair.split("=", 2)[0];
        var name = PercentEncoding.decoded(raw);
        return bad(Place.QUERY, name == null ? raw : name, flaw);
    }

    private static Optional<BadInput> bad(Place place, String name, Flaw flaw) {
        return Optional.of(new BadInput(place, name, flaw));
    }
}
