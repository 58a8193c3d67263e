package dev.parley.simulator.world;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.random.RandomGenerator;

/// Creates ids in Meta's current formats.
public final class Ids {
    private static final RandomGenerator random = new SecureRandom();
    private static final Base64.Encoder urlSafe = Base64.getUrlEncoder().withoutPadding();

    private Ids() {}

    /// {@return `m_` and 88 URL-safe characters}
    public static String message() {
        return "m_" + letters(66);
    }

    /// {@return 17 digits}
    public static String digits() {
        return Long.toString(random.nextLong(20_000_000_000_000_000L, 90_000_000_000_000_000L));
    }

    /// {@return a trace id, as in Meta's errors and headers}
    public static String trace() {
        return "A" + letters(18).replace('-', 'x').replace('_', 'y');
    }

    /// {@return a token in Meta's format}
    public static String token() {
        return "EAA" + letters(66).replace('-', 'x').replace('_', 'y');
    }

    private static String letters(int bytes) {
        var some = new byte[bytes];
        random.nextBytes(some);
        return urlSafe.encodeToString(some);
    }
}
