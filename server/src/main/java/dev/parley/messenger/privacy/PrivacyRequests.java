package dev.parley.messenger.privacy;

import static dev.parley.platform.Columns.instant;
import static dev.parley.platform.Columns.instantOrNull;
import static dev.parley.platform.Columns.utc;

import dev.parley.identity.UserId;
import dev.parley.messenger.account.MessagingAccount;
import dev.parley.messenger.account.MessagingAccountId;
import dev.parley.messenger.privacy.PrivacyRequest.Kind;
import dev.parley.messenger.privacy.PrivacyRequest.State;
import dev.parley.platform.Ids;
import dev.parley.platform.PageRequest;
import dev.parley.platform.PagedList;
import dev.parley.platform.PagedRows;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All data deletion requests and deauthorizations, in PostgreSQL.
@Repository
public class PrivacyRequests {
    private static final int CODE_BYTES = 15;

    /// Sorted by state, requests that an administrator has to settle come first.
    private static final PagedList FOUND =
            new PagedList(
                    """
                    select * from privacy_request
                     where (:state::text is null or state = :state)
                       and (strpos(lower(account_name), lower(:search)) > 0
                            or strpos(user_id, :search) > 0 or strpos(code, :search) > 0)
                    """,
                    Map.of(
                            "asked", "asked_at",
                            "account", "lower(account_name)",
                            "state",
                                    """
                                    array_position(array['ACTION_REQUIRED', 'WAITING', 'ERASED',
                                                         'NO_DATA', 'RECORDED'], state)
                                    """),
                    "asked");

    private static final String ADD =
            """
            insert into privacy_request (id, code, account_id, account_name, kind, user_id,
                                         issued_at, asked_at, state, due_at, settled_at)
            values (:id, :code, :account, :name, :kind, :user, :issued, :now, :state, :due,
                    :settled)
            on conflict (account_id, kind, user_id, issued_at) do nothing
            """;

    private static final String SAME =
            """
            select * from privacy_request
             where account_id = :account and kind = :kind and user_id = :user
               and issued_at = :issued
            """;

    private static final String CLAIM =
            """
            update privacy_request
               set due_at = :lease, attempts = attempts + 1
             where id = (select id from privacy_request
                          where due_at <= :now
                          order by due_at
                          limit 1
                            for update skip locked)
            returning *
            """;

    private static final String SETTLE =
            """
            update privacy_request
               set state = :state, due_at = null, detail = :detail, persons = persons + :persons,
                   messages = messages + :messages, settled_at = :now, settled_by = :by
             where id = :id and state in ('WAITING', 'ACTION_REQUIRED')
            """;

    private static final String LATER =
            "update privacy_request set due_at = :at, detail = :detail where id = :id";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PrivacyRequests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// {@return the requests that have the search text in their user ID, code or account name}
    ///
    /// @param state null for any
    public PagedRows<PrivacyRequest> find(@Nullable State state, PageRequest wanted) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("state", state == null ? null : state.name());
        return FOUND.part(jdbc, wanted, parameters, PrivacyRequests::fromRow);
    }

    /// {@return how many requests an administrator has to settle}
    public long countUnmatched() {
        return jdbc.sql("select count(*) from privacy_request where state = 'ACTION_REQUIRED'")
                .query(Long.class)
                .single();
    }

    public Optional<PrivacyRequest> byCode(String code) {
        return jdbc.sql("select * from privacy_request where code = :code")
                .param("code", code)
                .query(PrivacyRequests::fromRow)
                .optional();
    }

    public Optional<PrivacyRequest> byId(UUID id) {
        return jdbc.sql("select * from privacy_request where id = :id")
                .param("id", id)
                .query(PrivacyRequests::fromRow)
                .optional();
    }

    /// Stores the request; if it was stored before, returns that one.
    PrivacyRequest add(MessagingAccount account, Kind kind, SignedRequest request) {
        var now = utc(clock.instant());
        var waits = kind == Kind.DELETION;
        jdbc.sql(ADD)
                .param("id", Ids.next())
                .param("code", code())
                .param("account", account.id().value())
                .param("name", account.name())
                .param("kind", kind.name())
                .param("user", request.userId())
                .param("issued", utc(request.issuedAt()))
                .param("now", now)
                .param("state", (waits ? State.WAITING : State.RECORDED).name())
                .param("due", waits ? now : null)
                .param("settled", waits ? null : now)
                .update();
        return jdbc.sql(SAME)
                .param("account", account.id().value())
                .param("kind", kind.name())
                .param("user", request.userId())
                .param("issued", utc(request.issuedAt()))
                .query(PrivacyRequests::fromRow)
                .single();
    }

    Optional<PrivacyRequest> claim(Instant now, Instant lease) {
        return jdbc.sql(CLAIM)
                .param("now", utc(now))
                .param("lease", utc(lease))
                .query(PrivacyRequests::fromRow)
                .optional();
    }

    /// {@return whether it was not settled before}
    ///
    /// @param erased what was erased for it just now
    /// @param by null if Parley settles it automatically
    boolean settle(
            PrivacyRequest request,
            State state,
            @Nullable String detail,
            Erased erased,
            @Nullable UserId by) {
        return jdbc.sql(SETTLE)
                        .param("id", request.id())
                        .param("state", state.name())
                        .param("detail", detail)
                        .param("persons", erased.persons)
                        .param("messages", erased.messages)
                        .param("now", utc(clock.instant()))
                        .param("by", by == null ? null : by.value())
                        .update()
                == 1;
    }

    void later(PrivacyRequest request, Instant at, String detail) {
        jdbc.sql(LATER)
                .param("id", request.id())
                .param("at", utc(at))
                .param("detail", detail)
                .update();
    }

    private String code() {
        var value = new byte[CODE_BYTES];
        random.nextBytes(value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }

    private static PrivacyRequest fromRow(ResultSet row, int index) throws SQLException {
        var settled = instantOrNull(row, "settled_at");
        var by = row.getObject("settled_by", UUID.class);
        return new PrivacyRequest(
                row.getObject("id", UUID.class),
                row.getString("code"),
                new MessagingAccountId(row.getObject("account_id", UUID.class)),
                row.getString("account_name"),
                Kind.valueOf(row.getString("kind")),
                row.getString("user_id"),
                instant(row, "asked_at"),
                State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getString("detail"),
                row.getInt("persons"),
                row.getInt("messages"),
                settled,
                by == null ? null : new UserId(by));
    }

    /// What was erased for a request.
    record Erased(int persons, int messages) {
        static final Erased NOTHING = new Erased(0, 0);
    }
}
