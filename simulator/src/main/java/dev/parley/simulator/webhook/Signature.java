package dev.parley.simulator.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Meta's signatures: HMAC with the app's secret over the exact bytes, in lower-case hex.
public final class Signature {
    private Signature() {}

    /// {@return the value of X-Hub-Signature-256}
    public static String sha256(String secret, byte[] body) {
        return "sha256=" + hex("HmacSHA256", secret, body);
    }

    /// {@return the value of the older X-Hub-Signature}
    public static String sha1(String secret, byte[] body) {
        return "sha1=" + hex("HmacSHA1", secret, body);
    }

    /// {@return the appsecret_proof that goes with a token}
    public static String proof(String secret, String token) {
        return hex("HmacSHA256", secret, token.getBytes(UTF_8));
    }

    private static String hex(String algorithm, String secret, byte[] body) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), algorithm));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(algorithm + " is part of every JDK", impossible);
        }
    }
}
