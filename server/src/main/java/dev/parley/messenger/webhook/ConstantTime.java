package dev.parley.messenger.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;

/// Compares without telling by its duration how much was right.
final class ConstantTime {
    private ConstantTime() {}

    static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }
}
