package dev.parley.identity;

import static dev.parley.platform.Columns.instant;
import static dev.parley.platform.Columns.instantOrNull;
import static dev.parley.platform.Columns.utc;
import static dev.parley.platform.Columns.utcOrNull;

import dev.parley.platform.Ids;
import dev.parley.platform.PageRequest;
import dev.parley.platform.PagedList;
import dev.parley.platform.PagedRows;
import dev.parley.platform.Sha256;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// All API tokens. Only hashes are stored; a key has 256 random bits, so a fast hash is enough.
@Repository
public class ApiTokens {
    private static final int KEY_BYTES = 32;
    private static final Duration USE_RECORD_INTERVAL = Duration.ofMinutes(1);

    private static final String OF_USER =
            "select * from api_token where user_id = :user order by created_at desc, id";

    private static final PagedList FOUND =
            new PagedList(
                    """
                    select * from api_token
                     where user_id = :user and strpos(lower(name), lower(:search)) > 0
                    """,
                    Map.of(
                            "name", "lower(name)",
                            "created", "created_at",
                            "expires", "expires_at is null, expires_at",
                            "used", "last_used_at is null, last_used_at"),
                    "created");

    private static final String INSERT =
            """
            insert into api_token (id, user_id, name, token_hash, scopes, created_at, created_by,
                                   expires_at)
            values (:id, :user, :name, :hash, :scopes, :now, :by, :expiresAt)
            """;

    private static final String REVOKE =
            """
            update api_token set revoked_at = :now
             where id = :id and user_id = :user and revoked_at is null
            returning name
            """;

    private static final String REVOKE_ALL =
            """
            update api_token set revoked_at = :now
             where user_id = :user and revoked_at is null
            returning name
            """;

    private static final String BEARER =
            """
            select user_account.*, api_token.id as token_id, api_token.last_used_at,
                   api_token.expires_at, api_token.scopes
              from api_token join user_account on user_account.id = api_token.user_id
             where token_hash = :hash and revoked_at is null and active
            """;

    /// Checks the time again in the row, because a program may send many requests at once.
    private static final String USED =
            """
            update api_token set last_used_at = :now
             where id = :id
               and (last_used_at is null or last_used_at < :before or last_used_at > :now)
            """;

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApiTokens(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    public List<ApiToken> of(UserId user) {
        return jdbc.sql(OF_USER).param("user", user.value()).query(ApiTokens::fromRow).list();
    }

    /// {@return the tokens of this user whose name contains the search text}
    public PagedRows<ApiToken> find(UserId user, PageRequest wanted) {
        return FOUND.part(jdbc, wanted, Map.of("user", user.value()), ApiTokens::fromRow);
    }

    /// Issues a key for programs that act as this user, within these limits.
    ///
    /// @param by null if Parley issues it automatically
    @Transactional
    public ApiToken.Issued issue(UserId user, NewToken draft, @Nullable UserId by) {
        var secret = new byte[KEY_BYTES];
        random.nextBytes(secret);
        var key = "parley_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        var id = Ids.next();
        var scopes = draft.scopes().stream().sorted().map(Scope::name).toList();
        var lifetime = draft.lifetime();
        var now = clock.instant();
        var expiresAt = lifetime == null ? null : now.plus(lifetime);
        jdbc.sql(INSERT)
                .param("id", id)
                .param("user", user.value())
                .param("name", draft.name())
                .param("hash", Sha256.of(key))
                .param("scopes", scopes.toArray(String[]::new))
                .param("now", utc(now))
                .param("by", by == null ? null : by.value())
                .param("expiresAt", utcOrNull(expiresAt))
                .update();
        var details = new LinkedHashMap<String, Object>();
        details.put("name", draft.name());
        details.put("scopes", scopes);
        details.put("expires", expiresAt == null ? "never" : expiresAt.toString());
        audit.record(by, "apiToken.issued", "user/" + user, Map.of(), details);
        return new ApiToken.Issued(id, key);
    }

    /// Revoking twice changes nothing.
    @Transactional
    public void revoke(UserId user, UUID id, UserId by) {
        jdbc.sql(REVOKE)
                .param("now", utc(clock.instant()))
                .param("id", id)
                .param("user", user.value())
                .query(String.class)
                .optional()
                .ifPresent(name -> recordRevoked(user, name, by));
    }

    /// Revokes all keys of a user permanently, because the permissions that they were issued for
    /// have changed.
    @Transactional
    public void revokeAll(UserId user, UserId by) {
        jdbc.sql(REVOKE_ALL)
                .param("now", utc(clock.instant()))
                .param("user", user.value())
                .query(String.class)
                .list()
                .forEach(name -> recordRevoked(user, name, by));
    }

    private void recordRevoked(UserId user, String name, UserId by) {
        audit.record(by, "apiToken.revoked", "user/" + user, Map.of("name", name), Map.of());
    }

    /// {@return the user and the scopes of this key, which was sent as a bearer token}
    public BearerCheck bearer(String key) {
        var found = jdbc.sql(BEARER).param("hash", Sha256.of(key)).query(Found::fromRow).optional();
        if (found.isEmpty()) {
            return new BearerCheck.Unknown();
        }
        var token = found.get();
        var expiresAt = token.expiresAt;
        if (expiresAt != null && !clock.instant().isBefore(expiresAt)) {
            return new BearerCheck.Expired(expiresAt);
        }
        if (token.user.mustChangePassword()) {
            return new BearerCheck.PasswordChangeRequired();
        }
        recordUse(token);
        return new BearerCheck.Accepted(token.user, token.scopes);
    }

    private void recordUse(Found token) {
        var last = token.lastUsedAt;
        var now = clock.instant();
        var before = now.minus(USE_RECORD_INTERVAL);
        if (last == null || last.isBefore(before) || last.isAfter(now)) {
            jdbc.sql(USED)
                    .param("now", utc(now))
                    .param("before", utc(before))
                    .param("id", token.id)
                    .update();
        }
    }

    private static ApiToken fromRow(ResultSet row, int index) throws SQLException {
        return new ApiToken(
                UserRows.id(row, "id"),
                new UserId(UserRows.id(row, "user_id")),
                row.getString("name"),
                scopesIn(row),
                instant(row, "created_at"),
                UserRows.by(row, "created_by"),
                instantOrNull(row, "expires_at"),
                instantOrNull(row, "last_used_at"),
                instantOrNull(row, "revoked_at"));
    }

    private static Set<Scope> scopesIn(ResultSet row) throws SQLException {
        var names = (String[]) row.getArray("scopes").getArray();
        return Arrays.stream(names).map(Scope::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private record Found(
            UUID id,
            Set<Scope> scopes,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt,
            SignedIn user) {
        static Found fromRow(ResultSet row, int index) throws SQLException {
            return new Found(
                    UserRows.id(row, "token_id"),
                    scopesIn(row),
                    instantOrNull(row, "expires_at"),
                    instantOrNull(row, "last_used_at"),
                    UserRows.signedIn(row, index));
        }
    }
}
