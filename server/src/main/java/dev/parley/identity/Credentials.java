package dev.parley.identity;

import static dev.parley.platform.Columns.utc;
import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The passwords of all users: checks and changes them.
@Repository
public class Credentials {
    private static final String FOR_SIGN_IN =
            "select * from user_account where lower(sign_in_name) = lower(:name) and active";

    private static final String STILL_GOOD =
            "select * from user_account where id = :id and epoch = :epoch and active";

    private static final String HASH = "select password_hash from user_account where id = :id";

    private static final String SIGNED_IN_NOW =
            "update user_account set last_signed_in_at = :now, password_hash = :hash where id = :id";

    private static final String SET_PASSWORD =
            """
            update user_account
               set password_hash = :hash, must_change_password = :mustChange,
                   epoch = epoch + 1, revision = revision + 1
             where id = :id
            returning *
            """;

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final SignInThrottle attempts;
    private final ApiTokens tokens;
    private final Audit audit;
    private final Clock clock;

    Credentials(
            JdbcClient jdbc,
            Passwords passwords,
            SignInThrottle attempts,
            ApiTokens tokens,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.attempts = attempts;
        this.tokens = tokens;
        this.audit = audit;
        this.clock = clock;
    }

    /// Checks name and password, unless there were too many attempts.
    public SignIn signIn(String name, String password, SignInOrigin origin) {
        var wait = attempts.begin(name, origin);
        if (wait.isPositive()) {
            return new SignIn.Throttled(wait);
        }
        var found = jdbc.sql(FOR_SIGN_IN).param("name", name).query(UserRows::signedIn).optional();
        if (found.isEmpty()) {
            passwords.compareWithDummy(password);
            return new SignIn.WrongCredentials();
        }
        var user = found.get();
        var hash = hash(user.userId());
        if (!passwords.matches(password, hash)) {
            return new SignIn.WrongCredentials();
        }
        var device = attempts.succeeded(user.userId(), name, origin);
        jdbc.sql(SIGNED_IN_NOW)
                .param("now", utc(clock.instant()))
                .param("hash", passwords.outdated(hash) ? passwords.hash(password) : hash)
                .param("id", user.userId().value())
                .update();
        return new SignIn.Success(user, device);
    }

    /// {@return the current user; empty if their sign-in of that epoch has ended}
    public Optional<SignedIn> findActive(UserId id, int epoch) {
        return jdbc.sql(STILL_GOOD)
                .param("id", id.value())
                .param("epoch", epoch)
                .query(UserRows::signedIn)
                .optional();
    }

    /// Checks the user's current password, unless there were too many attempts.
    public Confirmation confirm(SignedIn me, String password) {
        var wait = attempts.beginConfirming(me.userId());
        if (wait.isPositive()) {
            return new Confirmation.Throttled(wait);
        }
        if (!passwords.matches(password, hash(me.userId()))) {
            return new Confirmation.WrongPassword();
        }
        attempts.confirmed(me.userId());
        return new Confirmation.Confirmed();
    }

    /// Sets the password that a user chose. Ends all their sign-ins; {@return the new one}
    @Transactional
    public SignedIn choose(SignedIn me, String password) {
        audit.record(me.userId(), "user.passwordChosen", subject(me.userId()), Map.of(), Map.of());
        return set(me.userId(), password, false);
    }

    /// Ends all sign-ins and revokes all API tokens of the user; {@return a one-time password for
    /// the next}
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    @Transactional
    public String reset(UserId id, SignedIn by) {
        var password = passwords.oneTime();
        attempts.passwordReset(id, set(id, password, true).signInName());
        audit.record(by.userId(), "user.passwordReset", subject(id), Map.of(), Map.of());
        tokens.revokeAll(id, by.userId());
        return password;
    }

    private SignedIn set(UserId id, String password, boolean mustChange) {
        return jdbc.sql(SET_PASSWORD)
                .param("hash", passwords.hash(password))
                .param("mustChange", mustChange)
                .param("id", id.value())
                .query(UserRows::signedIn)
                .single();
    }

    private String hash(UserId id) {
        return requireNonNull(jdbc.sql(HASH).param("id", id.value()).query(String.class).single());
    }

    private static String subject(UserId id) {
        return "user/" + id;
    }
}
