package dev.parley.identity;

import static dev.parley.platform.Columns.utc;
import static java.util.stream.Collectors.toMap;

import dev.parley.platform.Sha256;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
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
            select encode(d.device_hash, 'hex')
              from known_device d
              join user_account u on u.id = d.user_id
             where lower(u.sign_in_name) = lower(:name)
               and encode(d.device_hash, 'hex') = any (:hashes)
             order by d.signed_in_at desc
             limit 1
            """;

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

    /// {@return the one of these ids with which the user with this name has signed in}
    Optional<String> known(List<String> devices, String name) {
        if (devices.isEmpty()) {
            return Optional.empty();
        }
        var byHash =
                devices.stream().collect(toMap(KnownDevices::hexHash, id -> id, (one, _) -> one));
        return jdbc.sql(KNOWN)
                .param("name", name.strip())
                .param("hashes", byHash.keySet().toArray(String[]::new))
                .query(String.class)
                .optional()
                .map(byHash::get);
    }

    /// Remembers that this user has signed in with an id that is known for them already, or with a
    /// new one; {@return the id} The id of somebody else is never taken over, so that nobody can
    /// plant one.
    String remember(UserId user, Optional<String> known) {
        var id = known.orElseGet(this::newId);
        jdbc.sql(REMEMBER)
                .param("user", user.value())
                .param("hash", Sha256.of(id))
                .param("now", utc(clock.instant()))
                .update();
        jdbc.sql(DELETE_OLDEST).param("user", user.value()).param("most", PER_USER).update();
        return id;
    }

    void forget(UserId user) {
        jdbc.sql(FORGET).param("user", user.value()).update();
    }

    private String newId() {
        var bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// {@return the hash of this id, as it may be stored elsewhere}
    static String hexHash(String device) {
        return Sha256.hex(device, Sha256.BYTES);
    }
}
