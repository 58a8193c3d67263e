package dev.parley.platform;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Whether an address can be reached from the internet, judged by the address alone. Nothing is
/// looked up.
public final class PublicAddress {
    private static final List<String> INSIDE =
            List.of(
                    "localhost",
                    ".localhost",
                    ".local",
                    ".internal",
                    ".lan",
                    ".home.arpa",
                    ".test");

    /// Addresses of private networks, of this machine and of links (RFC 6890).
    private static final Pattern PRIVATE =
            Pattern.compile(
                    "(?:0|10|127)\\..*|192\\.168\\..*|169\\.254\\..*"
                            + "|172\\.(?:1[6-9]|2\\d|3[01])\\..*"
                            + "|100\\.(?:6[4-9]|[7-9]\\d|1[01]\\d|12[0-7])\\..*"
                            + "|\\[(?:::1?|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*)]");

    private PublicAddress() {}

    public static boolean is(URI url) {
        var host = url.getHost();
        return host != null && !isInside(host);
    }

    /// A name without a dot resolves only in its own network.
    private static boolean isInside(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        return PRIVATE.matcher(name).matches()
                || INSIDE.stream().anyMatch(name::endsWith)
                || (!name.contains(".") && !name.startsWith("["));
    }
}
