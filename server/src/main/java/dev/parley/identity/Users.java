package dev.parley.identity;

import static dev.parley.platform.Columns.utc;

import dev.parley.platform.Ids;
import dev.parley.platform.PageRequest;
import dev.parley.platform.PagedList;
import dev.parley.platform.PagedRows;
import dev.parley.platform.language.Language;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// All users, in PostgreSQL.
@Repository
public class Users {
    private static final String BY_ID = "select * from user_account where id = :id";

    private static final String BY_SIGN_IN_NAME =
            "select * from user_account where lower(sign_in_name) = lower(:name)";

    private static final String MATCHING =
            """
            select * from user_account
             where strpos(lower(display_name), lower(:search)) > 0
                or strpos(lower(sign_in_name), lower(:search)) > 0
             order by active desc, lower(display_name), id
             limit :limit
            """;

    private static final PagedList FOUND =
            new PagedList(
                    """
                    select * from user_account
                     where strpos(lower(display_name), lower(:search)) > 0
                        or strpos(lower(sign_in_name), lower(:search)) > 0
                    """,
                    Map.of(
                            "name", "lower(display_name)",
                            "signInName", "lower(sign_in_name)",
                            "created", "created_at",
                            "changed", "changed_at",
                            "lastSignIn", "last_signed_in_at is null, last_signed_in_at"),
                    "name");

    private static final String ACTIVE_AGENTS =
            "select * from user_account where agent and active order by lower(display_name), id";

    private static final String INSERT =
            """
            insert into user_account (id, sign_in_name, display_name, password_hash, administrator,
                                      supervisor, agent, language, must_change_password,
                                      created_at, created_by, changed_at, changed_by)
            values (:id, :signInName, :displayName, :hash, :administrator, :supervisor, :agent,
                    :language, :mustChangePassword, :now, :by, :now, :by)
            on conflict do nothing
            """;

    private static final String UPDATE =
            """
            update user_account
               set display_name = :displayName, administrator = :administrator,
                   supervisor = :supervisor, agent = :agent, language = :language,
                   epoch = epoch + case when active and not :active then 1 else 0 end,
                   active = :active, changed_at = :now, changed_by = :by,
                   revision = revision + 1
             where id = :id and revision = :revision
            """;

    /// Locks the rows, so that two administrators cannot remove each other's role at the same time.
    private static final String ACTIVE_ADMINISTRATORS =
            "select id from user_account where administrator and active order by id for update";

    private static final String LOCK = "select id from user_account where id = :id for update";

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final ApiTokens tokens;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Users(
            JdbcClient jdbc,
            Passwords passwords,
            ApiTokens tokens,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.tokens = tokens;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    public Optional<User> byId(UserId id) {
        return jdbc.sql(BY_ID).param("id", id.value()).query(UserRows::user).optional();
    }

    public Optional<User> bySignInName(String name) {
        return jdbc.sql(BY_SIGN_IN_NAME).param("name", name).query(UserRows::user).optional();
    }

    /// {@return the users with this text in one of their names, the active ones first; all for an
    /// empty search}
    public List<User> matching(String search, int limit) {
        return jdbc.sql(MATCHING)
                .param("search", search)
                .param("limit", limit)
                .query(UserRows::user)
                .list();
    }

    /// {@return the users with the search text in one of their names}
    public PagedRows<User> find(PageRequest wanted) {
        return FOUND.part(jdbc, wanted, UserRows::user);
    }

    /// {@return the users to whom conversations can be assigned}
    public List<User> activeAgents() {
        return jdbc.sql(ACTIVE_AGENTS).query(UserRows::user).list();
    }

    public int countActive() {
        return jdbc.sql("select count(*) from user_account where active")
                .query(Integer.class)
                .single();
    }

    /// {@return the display names of these users}
    public Map<UserId, String> names(Collection<UserId> ids) {
        return jdbc
                .sql("select id, display_name from user_account where id = any (:ids)")
                .param("ids", ids.stream().map(UserId::value).toArray(UUID[]::new))
                .query((row, _) ->
                        Map.entry(
                                new UserId(row.getObject("id", UUID.class)),
                                row.getString("display_name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public boolean isEmpty() {
        return jdbc.sql("select not exists (select from user_account)")
                .query(Boolean.class)
                .single();
    }

    /// Creates a user, who signs in with the returned one-time password and then must choose their
    /// own.
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    @Transactional
    public UserChange create(NewUser draft, SignedIn by) {
        var password = passwords.oneTime();
        return insert(draft, password, true, by.userId())
                .<UserChange>map(id -> new UserChange.DoneWithPassword(id, password))
                .orElseGet(UserChange.NameTaken::new);
    }

    /// Creates the user unless the name exists; {@return the one with that name} For set-up by a
    /// program; the password need not be changed, and is only hashed for a new user.
    @Transactional
    public UserId ensure(String signInName, String displayName, String password, Set<Role> roles) {
        var draft = new NewUser(signInName, displayName, roles, null);
        return bySignInName(signInName)
                .map(User::id)
                .or(() -> insert(draft, password, false, null))
                .or(() -> bySignInName(signInName).map(User::id))
                .orElseThrow();
    }

    /// {@return the one-time password; empty if there are users already}
    @Transactional
    Optional<String> createFirstAdministrator(String signInName, String displayName) {
        if (!isEmpty()) {
            return Optional.empty();
        }
        var password = passwords.oneTime();
        var draft = new NewUser(signInName, displayName, Set.of(Role.ADMINISTRATOR), null);
        return insert(draft, password, true, null).map(_ -> password);
    }

    /// Changes display name, roles, language and whether the user is active. Deactivation ends
    /// their sign-ins; deactivation and a change of roles revoke their API tokens, which were
    /// issued for the former permissions. Nothing is saved if the user was changed since it was
    /// read.
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    @Transactional
    public UserChange change(User changed, SignedIn by) {
        var before = byId(changed.id()).orElseThrow();
        if (!(changed.active() && changed.is(Role.ADMINISTRATOR)) && lastAdministrator(before)) {
            return new UserChange.LastAdministrator();
        }
        if (!update(changed, by.userId())) {
            return new UserChange.Conflict(byId(changed.id()).orElseThrow());
        }
        audit.record(
                by.userId(),
                "user.changed",
                "user/" + changed.id(),
                before.auditValues(),
                changed.auditValues());
        if (!changed.active() || !changed.roles().equals(before.roles())) {
            tokens.revokeAll(changed.id(), by.userId());
        }
        return new UserChange.Done(changed.id());
    }

    /// Changes what users may change about themselves.
    @Transactional
    public void changeOwn(SignedIn me, String displayName, @Nullable Language language) {
        jdbc.sql(LOCK).param("id", me.userId().value()).query(UUID.class).single();
        var now = byId(me.userId()).orElseThrow();
        var changed = now.renamed(displayName, language);
        update(changed, me.userId());
        audit.record(
                me.userId(),
                "user.changed",
                "user/" + me.userId(),
                now.auditValues(),
                changed.auditValues());
    }

    private boolean lastAdministrator(User user) {
        var administrators =
                jdbc.sql(ACTIVE_ADMINISTRATORS).query((row, _) -> UserRows.id(row, "id")).list();
        return administrators.equals(List.of(user.id().value()));
    }

    private Optional<UserId> insert(
            NewUser draft, String password, boolean mustChange, @Nullable UserId by) {
        var id = new UserId(Ids.next());
        var inserted =
                jdbc.sql(INSERT)
                        .param("id", id.value())
                        .param("signInName", draft.signInName())
                        .param("displayName", draft.displayName())
                        .param("hash", passwords.hash(password))
                        .params(UserRows.roles(draft.roles()))
                        .param("language", UserRows.tag(draft.language()))
                        .param("mustChangePassword", mustChange)
                        .param("now", utc(clock.instant()))
                        .param("by", by == null ? null : by.value())
                        .update();
        if (inserted == 0) {
            return Optional.empty();
        }
        audit.record(by, "user.created", "user/" + id, Map.of(), draft.auditValues());
        events.publishEvent(new UserChanged(id));
        return Optional.of(id);
    }

    /// {@return false if the user was changed since it was read}
    private boolean update(User user, UserId by) {
        var updated =
                jdbc.sql(UPDATE)
                        .param("displayName", user.displayName())
                        .params(UserRows.roles(user.roles()))
                        .param("language", UserRows.tag(user.language()))
                        .param("active", user.active())
                        .param("now", utc(clock.instant()))
                        .param("by", by.value())
                        .param("id", user.id().value())
                        .param("revision", user.revision())
                        .update();
        if (updated == 0) {
            return false;
        }
        events.publishEvent(new UserChanged(user.id()));
        return true;
    }
}
