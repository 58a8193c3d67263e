package dev.parley.messenger.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.messenger.EpochSeconds;
import dev.parley.platform.StorableText;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Meta's request about a person, from a form: two parts in base64url, separated by a dot: the
/// HMAC-SHA256 of the second part with the app's secret, and the second part. See
/// https://developers.facebook.com/docs/development/create-an-app/app-dashboard/data-deletion-callback
///
/// @param userId the person's app-scoped id
record SignedRequest(String userId, Instant issuedAt) {
    private static final JsonMapper json = JsonMapper.shared();
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LONGEST = 10_000;

    /// {@return its content; empty if it was not signed with any of these secrets}
    static Optional<SignedRequest> read(String text, List<String> secrets) {
        var dot = text.indexOf('.');
        if (dot < 0 || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var signature = Base64.getUrlDecoder().decode(text.substring(0, dot));
            var payload = text.substring(dot + 1);
            return secrets.stream()
                            .anyMatch(one -> MessageDigest.isEqual(signature, of(payload, one)))
                    ? read(Base64.getUrlDecoder().decode(payload))
                    : Optional.empty();
        } catch (IllegalArgumentException | JacksonException _) {
            return Optional.empty();
        }
    }

    private static Optional<SignedRequest> read(byte[] payload) {
        var data = json.readTree(payload);
        var user = data.path("user_id").asString("");
        var algorithm = data.path("algorithm").asString("");
        return user.isEmpty() || user.length() > 100 || !algorithm.equalsIgnoreCase("HMAC-SHA256")
                ? Optional.empty()
                : Optional.of(
                        new SignedRequest(
                                StorableText.clean(user),
                                EpochSeconds.read(data.path("issued_at")).orElse(Instant.EPOCH)));
    }

    private static byte[] of(String payload, String secret) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
            return mac.doFinal(payload.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("This Java runtime has no " + ALGORITHM, impossible);
        }
    }
}
