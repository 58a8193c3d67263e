package dev.parley.messenger.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Checks whether a body is from Meta: HMAC-SHA256 of the exact bytes with the app's secret
/// (Webhooks, validating payloads). The key is prepared once, as it takes longer than the digest.
final class Signature {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "sha256=";

    /// Never used itself: it is not safe for several threads.
    private final Mac prepared;

    /// @param secret the app's
    Signature(String secret) {
        try {
            prepared = Mac.getInstance(ALGORITHM);
            prepared.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("This Java runtime has no " + ALGORITHM, impossible);
        }
    }

    /// @param header the value of `X-Hub-Signature-256`; null when it was missing
    boolean isValid(@Nullable String header, byte[] body) {
        if (header == null || !header.startsWith(PREFIX)) {
            return false;
        }
        try {
            var claimed = HexFormat.of().parseHex(header.substring(PREFIX.length()));
            return MessageDigest.isEqual(claimed, of(body));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private byte[] of(byte[] body) {
        try {
            return ((Mac) prepared.clone()).doFinal(body);
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(
                    "This Java runtime cannot copy its " + ALGORITHM, impossible);
        }
    }
}
