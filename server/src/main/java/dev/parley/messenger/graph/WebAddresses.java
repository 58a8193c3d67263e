package dev.parley.messenger.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HexFormat;
import java.util.Optional;

/// Parses URLs as browsers do: characters that are not allowed are escaped, not refused.
final class WebAddresses {
    private static final String ALLOWED = "-._~:/?#@!$&'()*+,;=";

    private WebAddresses() {}

    /// {@return the URL; empty if it is not one}
    static Optional<URI> of(String given) {
        return read(given.strip()).or(() -> read(escaped(given.strip())));
    }

    private static Optional<URI> read(String given) {
        try {
            return Optional.of(URI.create(new URI(given).toASCIIString()));
        } catch (URISyntaxException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// {@return this URL, resolved against the base}
    static Optional<URI> from(URI base, String given) {
        return of(given).map(base::resolve);
    }

    /// {@return whether a percent sign at this position begins an escape}
    static boolean isEscape(String text, int at) {
        return at + 2 < text.length()
                && HexFormat.isHexDigit(text.charAt(at + 1))
                && HexFormat.isHexDigit(text.charAt(at + 2));
    }

    private static String escaped(String given) {
        var escaped = new StringBuilder();
        for (var at = 0; at < given.length(); ) {
            var c = given.codePointAt(at);
            if (isAllowed(c) || (c == '%' && isEscape(given, at))) {
                escaped.appendCodePoint(c);
            } else {
                for (var one : Character.toString(c).getBytes(UTF_8)) {
                    escaped.append('%').append(HexFormat.of().withUpperCase().toHexDigits(one));
                }
            }
            at += Character.charCount(c);
        }
        return escaped.toString();
    }

    private static boolean isAllowed(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || ALLOWED.indexOf(c) >= 0;
    }
}
