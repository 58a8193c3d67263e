package dev.parley.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import dev.parley.platform.Ids;
import dev.parley.platform.LongList;
import dev.parley.platform.Slice;
import dev.parley.platform.Sliced;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// All keys for programs. Only hashes are kept; a key has 256 random bits, so a fast hash is
/// enough.
@Repository
public class ApiTokens {
    private static final int KEY_BYTES = 32;
    private static final Duration USE_IS_NOTED_EVERY = Duration.ofMinutes(1);

    private static final String OF_USER =
            "select * from api_token where user_id = :user order by created_at desc, id";

    private static final LongList FOUND =
            new LongList(
                    """
                    select * from api_token
                     where user_id = :user and strpos(lower(name), lower(:search)) > 0
                    """,
                    Map.of(
                            "name", "lower(name)",
                            "created", "created_at",
                            "used", "last_used_at is null, last_used_at"),
                    "created");

    private static final String INSERT =
            """
            insert into api_token (id, user_id, name, token_hash, created_at, created_by)
            values (:id, :user, :name, :hash, :now, :by)
            """;

    private static final String REVOKE =
            """
            update api_token set revoked_at = :now
             where id = :id and user_id = :user and revoked_at is null
            """;

    private static final String BEARER =
            """
            select user_account.*, api_token.id as token_id, api_token.last_used_at
              from api_token join user_account on user_account.id = api_token.user_id
             where token_hash = :hash and revoked_at is null and active
            """;

    private static final String USED = "update api_token set last_used_at = :now where id = :id";

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

    /// {@return the tokens of this user with what is sought in their name}
    public Sliced<ApiToken> find(UserId user, Slice wanted) {
        return FOUND.part(jdbc, wanted, Map.of("user", user.value()), ApiTokens::fromRow);
    }

    /// Issues a key for programs that act as this user.
    ///
    /// @param by null when Parley does it by itself
    @Transactional
    public ApiToken.Issued issue(UserId user, String name, @Nullable UserId by) {
        var secret = new byte[KEY_BYTES];
        random.nextBytes(secret);
        var key = "parley_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        var id = Ids.next();
        jdbc.sql(INSERT)
                .param("id", id)
                .param("user", user.value())
                .param("name", name)
                .param("hash", hash(key))
                .param("now", now())
                .param("by", by == null ? null : by.value())
                .update();
        audit.record(by, "apiToken.issued", "user/" + user, Map.of(), Map.of("name", name));
        return new ApiToken.Issued(id, key);
    }

    /// Revoking twice changes nothing.
    @Transactional
    public void revoke(UserId user, UUID id, UserId by) {
        var revoked =
                jdbc.sql(REVOKE)
                        .param("now", now())
                        .param("id", id)
                        .param("user", user.value())
                        .update();
        if (revoked == 1) {
            audit.record(by, "apiToken.revoked", "user/" + user, Map.of("id", id), Map.of());
        }
    }

    /// {@return the active user whom this key, sent as a bearer token, stands for}
    public Optional<SignedIn> bearer(String key) {
        var found =
                jdbc.sql(BEARER)
                        .param("hash", hash(key))
                        .query((row, index) ->
                                new Bearer(
                                        Rows.id(row, "token_id"),
                                        Rows.instant(row, "last_used_at"),
                                        Rows.signedIn(row, index)))
                        .optional();
        found.ifPresent(this::noteUse);
        return found.map(Bearer::user);
    }

    private void noteUse(Bearer bearer) {
        var last = bearer.lastUsedAt;
        if (last == null || last.plus(USE_IS_NOTED_EVERY).isBefore(clock.instant())) {
            jdbc.sql(USED).param("now", now()).param("id", bearer.token).update();
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ApiToken fromRow(ResultSet row, int index) throws SQLException {
        return new ApiToken(
                Rows.id(row, "id"),
                new UserId(Rows.id(row, "user_id")),
                row.getString("name"),
                requireNonNull(Rows.instant(row, "created_at")),
                Rows.by(row, "created_by"),
                Rows.instant(row, "last_used_at"),
                Rows.instant(row, "revoked_at"));
    }

    private record Bearer(UUID token, @Nullable Instant lastUsedAt, SignedIn user) {}
}
