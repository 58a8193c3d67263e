package dev.parley.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256, which every Java runtime has.
public final class Sha256 {
    /// The length of a hash.
    public static final int BYTES = 32;

    private Sha256() {}

    /// {@return the hash of this text in UTF-8}
    public static byte[] of(String text) {
        return digest().digest(text.getBytes(UTF_8));
    }

    /// {@return the first bytes of the hash of this text in UTF-8, in lower-case hexadecimal}
    ///
    /// @param bytes how many, at most [#BYTES]; each is two characters
    public static String hex(String text, int bytes) {
        return HexFormat.of().formatHex(of(text), 0, bytes);
    }

    /// {@return a digest of what is still to come}
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("This Java runtime has no SHA-256", impossible);
        }
    }
}
