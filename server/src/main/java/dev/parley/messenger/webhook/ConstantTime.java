package dev.parley.messenger.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;

/// Compares strings without revealing by the duration how much of them matches.
final class ConstantTime {
    private ConstantTime() {}

    static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }
}
