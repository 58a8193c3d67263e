package dev.parley.identity;

import dev.parley.platform.ClientAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counts how often a password was wrong, for all nodes together: at the sign-in by name and by
/// address, and by user where the current password is asked for once more.
///
/// An attempt counts before its password is looked at, so that guessing in parallel gains nothing;
/// when it succeeds, it is taken back.
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

    private static final String TAKE_BACK =
            """
            update sign_in_throttle set failures = greatest(failures - 1, 0)
             where kind = 'ADDRESS' and subject = :subject
            """;

    private static final String FORGET =
            "delete from sign_in_throttle where kind = :kind and subject = :subject";

    private static final String FORGET_EXPIRED =
            "delete from sign_in_throttle where since <= :expired";

    private final JdbcClient jdbc;
    private final Clock clock;

    SignInThrottle(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Counts an attempt; {@return how long to wait before it may be made, zero for not at all} An
    /// address that has to wait counts no further names: else it could lock out anybody.
    Duration begin(String name, String address) {
        var byAddress = count("ADDRESS", network(address), PER_ADDRESS);
        return byAddress.isPositive() ? byAddress : count("NAME", folded(name), PER_NAME);
    }

    void succeeded(String name, String address) {
        forget("NAME", folded(name));
        jdbc.sql(TAKE_BACK).param("subject", network(address)).update();
        jdbc.sql(FORGET_EXPIRED).param("expired", utc(clock.instant().minus(WINDOW))).update();
    }

    /// Name and current password may be tried at once: the password is a new one.
    void passwordReset(UserId user, String name) {
        forget("NAME", folded(name));
        forget("CURRENT_PASSWORD", user.toString());
    }

    /// Counts an attempt to show the current password, by somebody who is signed in; {@return how
    /// long to wait before it may be made, zero for not at all} It is counted apart from the
    /// sign-in, so that a stolen session cannot lock its owner out.
    Duration beginConfirming(UserId user) {
        return count("CURRENT_PASSWORD", user.toString(), PER_NAME);
    }

    void confirmed(UserId user) {
        forget("CURRENT_PASSWORD", user.toString());
    }

    private void forget(String kind, String subject) {
        jdbc.sql(FORGET).param("kind", kind).param("subject", subject).update();
    }

    private Duration count(String kind, String subject, int limit) {
        var now = clock.instant();
        return jdbc.sql(COUNT)
                .param("kind", kind)
                .param("subject", subject)
                .param("now", utc(now))
                .param("expired", utc(now.minus(WINDOW)))
                .query((row, _) -> {
                    var since = row.getObject("since", OffsetDateTime.class).toInstant();
                    return row.getInt("failures") <= limit
                            ? Duration.ZERO
                            : Duration.between(now, since.plus(WINDOW));
                })
                .single();
    }

    private static String folded(String name) {
        var folded = name.strip().toLowerCase(Locale.ROOT);
        return folded.substring(0, Math.min(folded.length(), 100));
    }

    private static String network(String address) {
        return ClientAddress.literal(address).map(ClientAddress::key).orElse(address);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
