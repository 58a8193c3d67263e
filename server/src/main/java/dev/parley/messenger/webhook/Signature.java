package dev.parley.messenger.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Checks whether a body is from Meta: HMAC-SHA256 of the exact bytes with the app's secret
/// (Webhooks, validating payloads).
final class Signature {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "sha256=";

    private Signature() {}

    /// @param header the value of `X-Hub-Signature-256`; null when it was missing
    static boolean isValid(@Nullable String header, byte[] body, String secret) {
        if (header == null || !header.startsWith(PREFIX)) {
            return false;
        }
        try {
            var claimed = HexFormat.of().parseHex(header.substring(PREFIX.length()));
            return MessageDigest.isEqual(claimed, of(body, secret));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static byte[] of(byte[] body, String secret) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("This Java runtime has no " + ALGORITHM, impossible);
        }
    }
}
