package dev.parley.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.time.ZoneOffset.UTC;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The browsers in which users have signed in before, by the hash of a random id in their cookie.
/// See https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies
@Repository
class KnownDevices {
    static final int PER_USER = 20;
    private static final int ID_BYTES = 32;

    private static final String KNOWN =
            """
            select exists (select from known_device d
                             join user_account u on u.id = d.user_id
                            where d.device_hash = :hash and lower(u.sign_in_name) = lower(:name))
            """;

    private static final String ISSUED =
            "select exists (select from known_device where device_hash = :hash)";

    private static final String REMEMBER =
            """
            insert into known_device (user_id, device_hash, signed_in_at)
            values (:user, :hash, :now)
            on conflict (user_id, device_hash) do update set signed_in_at = :now
            """;

    private static final String DELETE_OLDEST =
            """
            delete from known_device
             where user_id = :user
               and device_hash not in (select device_hash from known_device
                                        where user_id = :user
                                        order by signed_in_at desc
                                        limit :most)
            """;

    private static final String FORGET = "delete from known_device where user_id = :user";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    KnownDevices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// {@return whether the user with this name has signed in from this device}
    boolean isKnown(@Nullable String device, String name) {
        return device != null
                && jdbc.sql(KNOWN)
                        .param("hash", hash(device))
                        .param("name", name.strip())
                        .query(Boolean.class)
                        .single();
    }

    /// Remembers that this user has signed in; {@return the id for the device from now on} An id
    /// that Parley did not issue is replaced, so that nobody can plant one.
    String remember(UserId user, @Nullable String device) {
        var id = device != null && isIssued(device) ? device : newId();
        jdbc.sql(REMEMBER)
                .param("user", user.value())
                .param("hash", hash(id))
                .param("now", clock.instant().atOffset(UTC))
                .update();
        jdbc.sql(DELETE_OLDEST).param("user", user.value()).param("most", PER_USER).update();
        return id;
    }

    void forget(UserId user) {
        jdbc.sql(FORGET).param("user", user.value()).update();
    }

    private boolean isIssued(String device) {
        return jdbc.sql(ISSUED).param("hash", hash(device)).query(Boolean.class).single();
    }

    private String newId() {
        var bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// {@return the hash of this id, as it may be stored elsewhere}
    static String hexHash(String device) {
        return HexFormat.of().formatHex(hash(device));
    }

    private static byte[] hash(String device) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(device.getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
