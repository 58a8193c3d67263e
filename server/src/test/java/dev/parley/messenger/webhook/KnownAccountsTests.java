package dev.parley.messenger.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.UserId;
import dev.parley.messenger.account.MessagingAccount;
import dev.parley.messenger.account.MessagingAccountId;
import dev.parley.messenger.account.PreviousSecret;
import dev.parley.messenger.account.Secret;
import dev.parley.messenger.webhook.KnownAccounts.Known;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class KnownAccountsTests {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final byte[] BODY = "{}".getBytes(UTF_8);

    private final Known known =
            new Known(
                    new MessagingAccount(
                            new MessagingAccountId(UUID.randomUUID()),
                            "key",
                            "Sunny Tea",
                            "1",
                            new Secret("the present one"),
                            Optional.of(new PreviousSecret(new Secret("the one before"), NOON)),
                            new Secret("verify"),
                            NOON,
                            NOON,
                            new UserId(UUID.randomUUID()),
                            1),
                    new Signature("the present one"),
                    Set.of(),
                    NOON);

    @Test
    void thePreviousSecretIsAcceptedUntilItExpires() {
        var signature = signature("the one before");

        assertThat(known.signed(BODY, signature, NOON.minusSeconds(1))).isTrue();
        assertThat(known.signed(BODY, signature, NOON)).isFalse();
        assertThat(known.signed(BODY, signature("the present one"), NOON)).isTrue();
        assertThat(known.signed(BODY, signature("another"), NOON.minusSeconds(1))).isFalse();
    }

    private static String signature(String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(BODY));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
