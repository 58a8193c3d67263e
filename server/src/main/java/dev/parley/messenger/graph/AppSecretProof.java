package dev.parley.messenger.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The proof that a caller has the app's secret as well as the token: Meta's `appsecret_proof`. See
/// https://developers.facebook.com/docs/graph-api/guides/secure-requests
final class AppSecretProof {
    private static final String ALGORITHM = "HmacSHA256";

    private AppSecretProof() {}

    /// {@return the proof for requests with this token}
    static String of(String token, String appSecret) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(appSecret.getBytes(UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(token.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("This Java runtime has no " + ALGORITHM, impossible);
        }
    }
}
