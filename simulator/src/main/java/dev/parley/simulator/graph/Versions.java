package dev.parley.simulator.graph;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Graph's versions. All behave alike; a response names the version that Meta would have used.
final class Versions {
    /// The latest version, which is also served if none is named.
    static final String LATEST = "v26.0";

    private record Version(int number, LocalDate until) {}

    private static final List<Version> ENDING =
            List.of(
                    new Version(20, LocalDate.of(2026, 9, 24)),
                    new Version(21, LocalDate.of(2027, 1, 21)),
                    new Version(22, LocalDate.of(2027, 5, 20)),
                    new Version(23, LocalDate.of(2027, 10, 8)),
                    new Version(24, LocalDate.of(2028, 2, 18)),
                    new Version(25, LocalDate.of(2028, 7, 29)));

    private Versions() {}

    /// {@return whether Meta has not released this version yet}
    static boolean isFuture(@Nullable String asked) {
        return asked != null && number(asked) > number(LATEST);
    }

    private static int number(String version) {
        return Integer.parseInt(version.replaceAll("v(\\d+).*", "$1"));
    }

    /// {@return the requested version, or the oldest that is still available}
    static String served(@Nullable String asked, Instant now) {
        if (asked == null) {
            return LATEST;
        }
        var today = now.atZone(ZoneOffset.UTC).toLocalDate();
        var oldest =
                ENDING.stream()
                        .filter(version -> version.until().isAfter(today))
                        .mapToInt(Version::number)
                        .findFirst()
                        .orElse(26);
        return number(asked) < oldest ? "v%d.0".formatted(oldest) : asked;
    }
}
