package dev.parley.messenger.account;

import static dev.parley.platform.Columns.instant;
import static dev.parley.platform.Columns.utc;

import dev.parley.identity.Audit;
import dev.parley.identity.UserId;
import dev.parley.messenger.MessengerSettings;
import dev.parley.platform.Ids;
import dev.parley.platform.PageRequest;
import dev.parley.platform.PagedList;
import dev.parley.platform.PagedRows;
import dev.parley.platform.Secrets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// All messaging accounts, in PostgreSQL, with encrypted secrets.
@Repository
public class MessagingAccounts {
    private static final int KEY_BYTES = 18;
    private static final int VERIFY_TOKEN_BYTES = 24;

    private static final String ALL = "select * from messaging_account order by lower(name), id";
    private static final String BY_ID = "select * from messaging_account where id = :id";

    private static final String BY_KEY =
            """
            select a.*, array(select page_id from facebook_page where account_id = a.id) as page_ids
              from messaging_account a
             where a.key = :key
            """;

    private static final PagedList FOUND =
            new PagedList(
                    """
                    select a.*,
                           (select count(*) from facebook_page p where p.account_id = a.id) as pages
                      from messaging_account a
                     where strpos(lower(a.name), lower(:search)) > 0
                        or strpos(a.application_id, :search) > 0
                        or exists (select from facebook_page p
                                    where p.account_id = a.id
                                      and (strpos(lower(p.name), lower(:search)) > 0
                                           or strpos(p.page_id, :search) > 0))
                    """,
                    Map.of(
                            "name", "lower(name)",
                            "applicationId", "application_id",
                            "pages", "pages",
                            "created", "created_at",
                            "changed", "changed_at"),
                    "name");

    private static final String PRIVACY_OF =
            """
            select privacy_text, privacy_language, privacy_at, created_by
              from messaging_account
             where id = :id and privacy_at is not null
            """;

    private static final String INSERT =
            """
            insert into messaging_account (id, key, name, application_id,
                                           application_secret_sealed, application_secret_tail,
                                           verify_token_sealed,
                                           privacy_text, privacy_language, privacy_at,
                                           created_at, created_by, changed_at, changed_by)
            values (:id, :key, :name, :applicationId, :secret, :tail, :verifyToken,
                    :privacyText, :privacyLanguage, :privacyAt, :now, :by, :now, :by)
            """;

    private static final String RENAME =
            """
            update messaging_account
               set name = :name, changed_at = :now, changed_by = :by, revision = revision + 1
             where id = :id and revision = :revision
            """;

    private static final String REPLACE_SECRET =
            """
            update messaging_account
               set previous_secret_sealed = application_secret_sealed,
                   previous_secret_until = :until,
                   application_secret_sealed = :secret, application_secret_tail = :tail,
                   changed_at = :now, changed_by = :by, revision = revision + 1
             where id = :id and revision = :revision
            """;

    private static final String END_PREVIOUS_SECRET =
            """
            update messaging_account
               set previous_secret_sealed = null, previous_secret_until = null
             where id = :id and previous_secret_sealed is not null
            """;

    private static final String DELETE_EXPIRED_SECRETS =
            """
            update messaging_account
               set previous_secret_sealed = null, previous_secret_until = null
             where previous_secret_until <= :now
            """;

    /// From here on, no other transaction can add a page to the account.
    private static final String LOCK = "select id from messaging_account where id = :id for update";

    private static final String PAGES_OF =
            "select count(*) from facebook_page where account_id = :id";

    private static final String PAGE_IDS_OF =
            "select page_id from facebook_page where account_id = :id";

    private static final String DELETE = "delete from messaging_account where id = :id";

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final MessengerSettings settings;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    MessagingAccounts(
            JdbcClient jdbc,
            Secrets secrets,
            MessengerSettings settings,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.settings = settings;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    public List<MessagingAccount> all() {
        return jdbc.sql(ALL).query(this::fromRow).list();
    }

    public Optional<MessagingAccount> byId(MessagingAccountId id) {
        return jdbc.sql(BY_ID).param("id", id.value()).query(this::fromRow).optional();
    }

    /// {@return the account with this key in its callback URL, and its pages}
    public Optional<AccountWithPages> byKey(String key) {
        return jdbc.sql(BY_KEY).param("key", key).query(this::withPages).optional();
    }

    /// {@return the accounts that have the search text in their own or a page's name or ID}
    public PagedRows<AccountLine> find(PageRequest wanted) {
        return FOUND.part(jdbc, wanted, MessagingAccounts::line);
    }

    /// {@return the names of the accounts with this app}
    public List<String> namesOf(String applicationId) {
        return jdbc.sql(
                        "select name from messaging_account where application_id = :app order by lower(name)")
                .param("app", applicationId)
                .query((row, _) -> row.getString("name"))
                .list();
    }

    public int count() {
        return jdbc.sql("select count(*) from messaging_account").query(Integer.class).single();
    }

    /// {@return the privacy notice that was read before the account was created, and the user who
    /// read it; empty if a program created the account}
    public Optional<Map.Entry<PrivacyConsent, UserId>> privacyOf(MessagingAccountId id) {
        return jdbc.sql(PRIVACY_OF)
                .param("id", id.value())
                .query((row, _) ->
                        Map.entry(
                                new PrivacyConsent(
                                        row.getString("privacy_text"),
                                        row.getString("privacy_language"),
                                        instant(row, "privacy_at")),
                                new UserId(row.getObject("created_by", UUID.class))))
                .optional();
    }

    /// Creates an account for a program, which has no privacy notice to read.
    @Transactional
    public MessagingAccount create(String name, String applicationId, Secret appSecret, UserId by) {
        return create(name, applicationId, appSecret, Optional.empty(), by);
    }

    /// Creates an account; its key and verify token are generated here.
    ///
    /// @param privacy the notice that was read
    @Transactional
    public MessagingAccount create(
            String name,
            String applicationId,
            Secret appSecret,
            Optional<PrivacyConsent> privacy,
            UserId by) {
        var id = new MessagingAccountId(Ids.next());
        jdbc.sql(INSERT)
                .param("id", id.value())
                .param("key", random(KEY_BYTES))
                .param("name", name)
                .param("applicationId", applicationId)
                .param("secret", secrets.seal(appSecret.reveal()))
                .param("tail", appSecret.tail())
                .param("verifyToken", secrets.seal(random(VERIFY_TOKEN_BYTES)))
                .param("privacyText", privacy.map(PrivacyConsent::text).orElse(null))
                .param("privacyLanguage", privacy.map(PrivacyConsent::language).orElse(null))
                .param("privacyAt", privacy.map(one -> utc(one.at())).orElse(null))
                .param("now", utc(clock.instant()))
                .param("by", by.value())
                .update();
        var details = new TreeMap<String, String>();
        details.put("name", name);
        details.put("applicationId", applicationId);
        privacy.ifPresent(one -> details.put("privacyNotice", one.text() + ", " + one.language()));
        changed(by, "messagingAccount.created", id, Map.of(), details);
        return byId(id).orElseThrow();
    }

    /// Renames the account, unless it was changed since it was read.
    @Transactional
    public AccountChange rename(MessagingAccount account, String name, UserId by) {
        var updated =
                jdbc.sql(RENAME)
                        .param("name", name)
                        .param("now", utc(clock.instant()))
                        .param("by", by.value())
                        .param("id", account.id().value())
                        .param("revision", account.revision())
                        .update();
        if (updated == 0) {
            return conflict(account);
        }
        var before = Map.of("name", account.name());
        changed(by, "messagingAccount.renamed", account.id(), before, Map.of("name", name));
        return new AccountChange.Done();
    }

    /// Replaces the app secret, unless the account was changed since it was read. The previous
    /// secret stays valid for a while, because Meta does not switch to the new one immediately.
    @Transactional
    public AccountChange replaceSecret(MessagingAccount account, Secret appSecret, UserId by) {
        var now = utc(clock.instant());
        var updated =
                jdbc.sql(REPLACE_SECRET)
                        .param("secret", secrets.seal(appSecret.reveal()))
                        .param("tail", appSecret.tail())
                        .param("until", now.plus(settings.previousSecret()))
                        .param("now", now)
                        .param("by", by.value())
                        .param("id", account.id().value())
                        .param("revision", account.revision())
                        .update();
        if (updated == 0) {
            return conflict(account);
        }
        changed(by, "messagingAccount.secretReplaced", account.id(), Map.of(), Map.of());
        return new AccountChange.Done();
    }

    /// From now on, webhooks signed with the previous secret are refused.
    @Transactional
    public void endPreviousSecret(MessagingAccount account, UserId by) {
        if (jdbc.sql(END_PREVIOUS_SECRET).param("id", account.id().value()).update() > 0) {
            var action = "messagingAccount.previousSecretEnded";
            changed(by, action, account.id(), Map.of(), Map.of());
        }
    }

    /// Deletes expired previous secrets.
    int deleteExpiredSecrets() {
        return jdbc.sql(DELETE_EXPIRED_SECRETS).param("now", utc(clock.instant())).update();
    }

    /// Deletes the account, unless pages of it remain.
    @Transactional
    public AccountDeletion delete(MessagingAccount account, UserId by) {
        var id = account.id().value();
        var _ = jdbc.sql(LOCK).param("id", id).query(UUID.class).optional();
        var pages = jdbc.sql(PAGES_OF).param("id", id).query(Integer.class).single();
        if (pages > 0) {
            return new AccountDeletion.PagesRemain(pages);
        }
        jdbc.sql(DELETE).param("id", id).update();
        var before = Map.of("name", account.name(), "applicationId", account.applicationId());
        changed(by, "messagingAccount.deleted", account.id(), before, Map.of());
        return new AccountDeletion.Deleted();
    }

    private void changed(
            UserId by,
            String action,
            MessagingAccountId id,
            Map<String, ?> before,
            Map<String, ?> after) {
        audit.record(by, action, "messagingAccount/" + id, before, after);
        events.publishEvent(new MessagingAccountsChanged(pagesOf(id)));
    }

    private Set<String> pagesOf(MessagingAccountId id) {
        return Set.copyOf(
                jdbc.sql(PAGE_IDS_OF)
                        .param("id", id.value())
                        .query((row, _) -> row.getString("page_id"))
                        .list());
    }

    private String random(int bytes) {
        var value = new byte[bytes];
        random.nextBytes(value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }

    private AccountChange conflict(MessagingAccount account) {
        return byId(account.id())
                .<AccountChange>map(AccountChange.Conflict::new)
                .orElseGet(AccountChange.Gone::new);
    }

    private static AccountLine line(ResultSet row, int index) throws SQLException {
        return new AccountLine(
                new MessagingAccountId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("application_id"),
                row.getInt("pages"),
                instant(row, "created_at"),
                new UserId(row.getObject("created_by", UUID.class)),
                instant(row, "changed_at"),
                new UserId(row.getObject("changed_by", UUID.class)));
    }

    private AccountWithPages withPages(ResultSet row, int index) throws SQLException {
        var pageIds = (String[]) row.getArray("page_ids").getArray();
        return new AccountWithPages(fromRow(row, index), Set.of(pageIds));
    }

    private MessagingAccount fromRow(ResultSet row, int index) throws SQLException {
        return new MessagingAccount(
                new MessagingAccountId(row.getObject("id", UUID.class)),
                row.getString("key"),
                row.getString("name"),
                row.getString("application_id"),
                open(row.getBytes("application_secret_sealed")),
                previousSecret(row),
                open(row.getBytes("verify_token_sealed")),
                instant(row, "created_at"),
                instant(row, "changed_at"),
                new UserId(row.getObject("changed_by", UUID.class)),
                row.getInt("revision"));
    }

    private Optional<PreviousSecret> previousSecret(ResultSet row) throws SQLException {
        var sealed = row.getBytes("previous_secret_sealed");
        if (sealed == null) {
            return Optional.empty();
        }
        var until = instant(row, "previous_secret_until");
        return Optional.of(new PreviousSecret(open(sealed), until));
    }

    private Secret open(byte[] sealed) {
        return new Secret(secrets.open(sealed));
    }
}
