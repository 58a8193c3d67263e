package dev.parley.identity;

import static dev.parley.platform.Columns.instant;
import static dev.parley.platform.Columns.utc;

import dev.parley.platform.ClientAddress;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counts wrong passwords, for all nodes together: at the sign-in by name and by address, in a
/// known browser by name and browser instead, and by user where the current password must be
/// confirmed.
///
/// An attempt is counted before its password is checked, so that guessing in parallel gains
/// nothing; if it succeeds, the count is reverted.
@Repository
class SignInThrottle {
    static final int PER_NAME = 5;
    static final int PER_ADDRESS = 20;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private static final String COUNT =
            """
            insert into sign_in_throttle as known (kind, subject, failures, since)
            values (:kind, :subject, 1, :now)
            on conflict (kind, subject) do update
               set failures = case when known.since <= :expired then 1
                                   else known.failures + 1 end,
                   since = case when known.since <= :expired then :now
                                else least(known.since, :now) end
            returning failures, since
            """;

    private static final String REVERT =
            """
            update sign_in_throttle set failures = greatest(failures - 1, 0)
             where kind = 'ADDRESS' and subject = :subject
            """;

    private static final String DELETE =
            "delete from sign_in_throttle where kind = :kind and subject = :subject";

    private static final String DELETE_EXPIRED =
            "delete from sign_in_throttle where since <= :expired";

    private final JdbcClient jdbc;
    private final KnownDevices devices;
    private final Clock clock;

    SignInThrottle(JdbcClient jdbc, KnownDevices devices, Clock clock) {
        this.jdbc = jdbc;
        this.devices = devices;
        this.clock = clock;
    }

    /// Counts an attempt; {@return how long to wait before it is allowed, zero if it is allowed
    /// now} An address that must wait counts no further names: otherwise it could lock out any
    /// user. What others fail does not matter to a browser in which the user signed in before.
    Duration begin(String name, SignInOrigin origin) {
        var device = devices.known(origin.devices(), name);
        if (device.isPresent()) {
            return count("DEVICE", subject(name, device.get()), PER_NAME);
        }
        var address = origin.address();
        var byAddress = count("ADDRESS", network(address), PER_ADDRESS);
        return byAddress.isPositive() ? byAddress : count("NAME", folded(name), PER_NAME);
    }

    /// Ends the counting of this attempt; {@return the id by which the browser is known from now
    /// on}
    String succeeded(UserId user, String name, SignInOrigin origin) {
        var device = devices.known(origin.devices(), name);
        if (device.isPresent()) {
            delete("DEVICE", subject(name, device.get()));
        } else {
            delete("NAME", folded(name));
            jdbc.sql(REVERT).param("subject", network(origin.address())).update();
        }
        jdbc.sql(DELETE_EXPIRED).param("expired", utc(clock.instant().minus(WINDOW))).update();
        return devices.remember(user, device);
    }

    /// Allows sign-in and confirmation immediately, because the password is new. No browser is
    /// known any longer: another user may have signed in with the previous one.
    void passwordReset(UserId user, String name) {
        devices.forget(user);
        delete("NAME", folded(name));
        delete("CURRENT_PASSWORD", user.toString());
    }

    /// Counts an attempt of a signed-in user to confirm the current password; {@return how long to
    /// wait before it is allowed, zero if it is allowed now} It is counted separately from the
    /// sign-in, so that a stolen session cannot lock its owner out.
    Duration beginConfirming(UserId user) {
        return count("CURRENT_PASSWORD", user.toString(), PER_NAME);
    }

    void confirmed(UserId user) {
        delete("CURRENT_PASSWORD", user.toString());
    }

    private void delete(String kind, String subject) {
        jdbc.sql(DELETE).param("kind", kind).param("subject", subject).update();
    }

    private Duration count(String kind, String subject, int limit) {
        var now = clock.instant();
        return jdbc.sql(COUNT)
                .param("kind", kind)
                .param("subject", subject)
                .param("now", utc(now))
                .param("expired", utc(now.minus(WINDOW)))
                .query((row, _) -> {
                    var since = instant(row, "since");
                    return row.getInt("failures") <= limit
                            ? Duration.ZERO
                            : Duration.between(now, since.plus(WINDOW));
                })
                .single();
    }

    /// By the database, which compares names when it looks for the user: it and Java fold some
    /// letters differently, and each further spelling would give further attempts.
    private String folded(String name) {
        return jdbc.sql("select left(lower(:name), 100)")
                .param("name", name.strip())
                .query(String.class)
                .single();
    }

    private String subject(String name, String device) {
        return folded(name) + " " + KnownDevices.hexHash(device);
    }

    private static String network(String address) {
        return ClientAddress.literal(address).map(ClientAddress::key).orElse(address);
    }
}
