package dev.parley.messenger.account;

import static dev.parley.platform.Columns.instant;
import static dev.parley.platform.Columns.instantOrNull;
import static dev.parley.platform.Columns.utc;

import dev.parley.channel.ChannelKind;
import dev.parley.channel.EndpointNames;
import dev.parley.identity.Audit;
import dev.parley.identity.UserId;
import dev.parley.platform.Ids;
import dev.parley.platform.Secrets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// All pages of all accounts, in PostgreSQL, with encrypted tokens.
@Repository
public class FacebookPages implements EndpointNames {
    private static final String ALL = "select * from facebook_page order by lower(name), id";

    private static final String OF_ACCOUNT =
            "select * from facebook_page where account_id = :account order by lower(name), id";

    private static final String BY_ID = "select * from facebook_page where id = :id";

    private static final String BY_PAGE_ID = "select * from facebook_page where page_id = :pageId";

    private static final String WITH_APP_SECRET =
            """
            select p.*, a.application_secret_sealed
              from facebook_page p
              join messaging_account a on a.id = p.account_id
             where p.page_id = :pageId
            """;

    private static final String APPLICATION_OF =
            """
            select a.application_id
              from facebook_page p
              join messaging_account a on a.id = p.account_id
             where p.page_id = :pageId
            """;

    /// Waits for another transaction that is adding the same page, and then inserts nothing.
    private static final String INSERT =
            """
            insert into facebook_page (id, account_id, page_id, name, token_sealed, token_tail,
                                       created_at, created_by, changed_at, changed_by)
            values (:id, :account, :pageId, :name, :token, :tail, :now, :by, :now, :by)
            on conflict (page_id) do nothing
            """;

    private static final String LINES =
            "select id, account_id, page_id, name from facebook_page order by lower(name), id";

    private static final String LINES_OF =
            "select id, account_id, page_id, name from facebook_page where page_id = any (:pages)";

    private static final String HOLDERS =
            """
            select p.page_id, a.name from facebook_page p
              join messaging_account a on a.id = p.account_id
             where p.page_id = any (:pages)
            """;

    private static final String NAMES =
            """
            select page_id, name, false as removed from facebook_page
             where page_id = any (:pages)
            union all
            select page_id, name, true from removed_page r
             where page_id = any (:pages)
               and not exists (select from facebook_page p where p.page_id = r.page_id)
            """;

    private static final String RENAME =
            """
            update facebook_page
               set name = :name, changed_at = :now, changed_by = :by, revision = revision + 1
             where id = :id and revision = :revision
            """;

    private static final String REPLACE_TOKEN =
            """
            update facebook_page
               set token_sealed = :token, token_tail = :tail,
                   changed_at = :now, changed_by = :by, revision = revision + 1
             where id = :id and revision = :revision
            """;

    private static final String STOP =
            "update facebook_page set stopped_at = :now where id = :id and stopped_at is null";

    private static final String START =
            "update facebook_page set stopped_at = null where id = :id and stopped_at is not null";

    private static final String REMOVE =
            """
            with removed as (delete from facebook_page where id = :id returning page_id, name)
            insert into removed_page (page_id, name, removed_at)
            select page_id, name, :now from removed
            on conflict (page_id) do update set name = excluded.name, removed_at = excluded.removed_at
            """;

    private final JdbcClient jdbc;
    private final MessagingAccounts accounts;
    private final Secrets secrets;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FacebookPages(
            JdbcClient jdbc,
            MessagingAccounts accounts,
            Secrets secrets,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.secrets = secrets;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    public List<FacebookPage> all() {
        return jdbc.sql(ALL).query(this::fromRow).list();
    }

    @Override
    public ChannelKind channel() {
        return FacebookChannel.KIND;
    }

    /// {@return the names of all pages, by Meta's ids}
    public Map<String, String> names() {
        return lines().stream()
                .collect(Collectors.toMap(FacebookPageLine::pageId, FacebookPageLine::name));
    }

    @Override
    public Map<String, EndpointName> namesOf(Collection<String> ids) {
        return jdbc
                .sql(NAMES)
                .param("pages", ids.toArray(String[]::new))
                .query((row, _) -> Map.entry(row.getString("page_id"), nameFromRow(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static EndpointName nameFromRow(ResultSet row) throws SQLException {
        return new EndpointName(row.getString("name"), row.getBoolean("removed"));
    }

    public List<FacebookPage> ofAccount(MessagingAccountId account) {
        return jdbc.sql(OF_ACCOUNT).param("account", account.value()).query(this::fromRow).list();
    }

    public Optional<FacebookPage> byId(FacebookPageId id) {
        return jdbc.sql(BY_ID).param("id", id.value()).query(this::fromRow).optional();
    }

    /// {@return the page with this Meta id}
    public Optional<FacebookPage> byPageId(String pageId) {
        return jdbc.sql(BY_PAGE_ID).param("pageId", pageId).query(this::fromRow).optional();
    }

    /// {@return the page with this Meta id, and the secret of its account's app}
    public Optional<PageWithAppSecret> withAppSecret(String pageId) {
        return jdbc.sql(WITH_APP_SECRET)
                .param("pageId", pageId)
                .query((row, index) ->
                        new PageWithAppSecret(
                                fromRow(row, index),
                                new Secret(
                                        secrets.open(row.getBytes("application_secret_sealed")))))
                .optional();
    }

    /// {@return the app of the page with this Meta id; nothing is decrypted}
    public Optional<String> applicationOf(String pageId) {
        return jdbc.sql(APPLICATION_OF)
                .param("pageId", pageId)
                .query((row, _) -> row.getString("application_id"))
                .optional();
    }

    /// {@return all pages, sorted by name; their tokens are not decrypted}
    public List<FacebookPageLine> lines() {
        return jdbc.sql(LINES).query(FacebookPages::line).list();
    }

    /// {@return those of these pages that exist; their tokens are not decrypted}
    public List<FacebookPageLine> linesOf(Collection<String> pageIds) {
        return jdbc.sql(LINES_OF)
                .param("pages", pageIds.toArray(String[]::new))
                .query(FacebookPages::line)
                .list();
    }

    public int countOf(MessagingAccountId account) {
        return jdbc.sql("select count(*) from facebook_page where account_id = :account")
                .param("account", account.value())
                .query(Integer.class)
                .single();
    }

    public int count() {
        return jdbc.sql("select count(*) from facebook_page").query(Integer.class).single();
    }

    /// {@return the name of the account of each of these pages, by Meta's ids; pages without an
    /// account are missing}
    public Map<String, String> accountNames(Collection<String> pageIds) {
        return jdbc
                .sql(HOLDERS)
                .param("pages", pageIds.toArray(String[]::new))
                .query((row, _) -> Map.entry(row.getString("page_id"), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Renames the page, unless it was changed since it was read.
    @Transactional
    public PageChange rename(FacebookPage page, String name, UserId by) {
        var updated =
                jdbc.sql(RENAME)
                        .param("name", name)
                        .param("now", utc(clock.instant()))
                        .param("by", by.value())
                        .param("id", page.id().value())
                        .param("revision", page.revision())
                        .update();
        if (updated == 0) {
            return conflict(page);
        }
        var before = Map.of("name", page.name());
        var after = Map.of("name", name);
        changed(by, "facebookPage.renamed", page.id(), before, after, Set.of());
        return new PageChange.Done();
    }

    /// Adds the page to the account, unless it already belongs to this or another account.
    @Transactional
    public PageAddition add(
            MessagingAccountId account, String pageId, String name, Secret token, UserId by) {
        var id = new FacebookPageId(Ids.next());
        var inserted =
                jdbc.sql(INSERT)
                        .param("id", id.value())
                        .param("account", account.value())
                        .param("pageId", pageId)
                        .param("name", name)
                        .param("token", secrets.seal(token.reveal()))
                        .param("tail", token.tail())
                        .param("now", utc(clock.instant()))
                        .param("by", by.value())
                        .update();
        if (inserted == 0) {
            return holderOf(pageId)
                    .<PageAddition>map(PageAddition.UsedBy::new)
                    .orElseGet(() -> add(account, pageId, name, token, by));
        }
        var details = Map.of("account", account.toString(), "pageId", pageId, "name", name);
        changed(by, "facebookPage.added", id, Map.of(), details, Set.of(pageId));
        return new PageAddition.Added(byId(id).orElseThrow());
    }

    /// Replaces the page access token, unless the page was changed since it was read.
    @Transactional
    public PageChange replaceToken(FacebookPage page, Secret token, UserId by) {
        var updated =
                jdbc.sql(REPLACE_TOKEN)
                        .param("token", secrets.seal(token.reveal()))
                        .param("tail", token.tail())
                        .param("now", utc(clock.instant()))
                        .param("by", by.value())
                        .param("id", page.id().value())
                        .param("revision", page.revision())
                        .update();
        if (updated == 0) {
            return conflict(page);
        }
        var fixed = Set.of(page.pageId());
        changed(by, "facebookPage.tokenReplaced", page.id(), Map.of(), Map.of(), fixed);
        return new PageChange.Done();
    }

    /// Stops the page: nothing is sent for it, and messages that still arrive are stored.
    @Transactional
    public void stop(FacebookPage page, UserId by) {
        var id = page.id().value();
        if (jdbc.sql(STOP).param("id", id).param("now", utc(clock.instant())).update() == 1) {
            changed(by, "facebookPage.stopped", page.id(), Map.of(), Map.of(), Set.of());
        }
    }

    /// Starts the page again; waiting messages are sent.
    @Transactional
    public void start(FacebookPage page, UserId by) {
        if (jdbc.sql(START).param("id", page.id().value()).update() == 1) {
            var fixed = Set.of(page.pageId());
            changed(by, "facebookPage.started", page.id(), Map.of(), Map.of(), fixed);
        }
    }

    /// Removes the page; its conversations remain.
    @Transactional
    public void remove(FacebookPage page, UserId by) {
        jdbc.sql(REMOVE).param("id", page.id().value()).param("now", utc(clock.instant())).update();
        var before = Map.of("pageId", page.pageId(), "name", page.name());
        changed(by, "facebookPage.removed", page.id(), before, Map.of(), Set.of());
    }

    /// {@return the account of this page; empty if the page was just removed}
    private Optional<MessagingAccount> holderOf(String pageId) {
        return byPageId(pageId).flatMap(page -> accounts.byId(page.account()));
    }

    private PageChange conflict(FacebookPage page) {
        return byId(page.id())
                .<PageChange>map(PageChange.Conflict::new)
                .orElseGet(PageChange.Gone::new);
    }

    private void changed(
            UserId by,
            String action,
            FacebookPageId id,
            Map<String, ?> before,
            Map<String, ?> after,
            Set<String> fixed) {
        audit.record(by, action, "facebookPage/" + id, before, after);
        events.publishEvent(new MessagingAccountsChanged(fixed));
    }

    private static FacebookPageLine line(ResultSet row, int index) throws SQLException {
        return new FacebookPageLine(
                new FacebookPageId(row.getObject("id", UUID.class)),
                new MessagingAccountId(row.getObject("account_id", UUID.class)),
                row.getString("page_id"),
                row.getString("name"));
    }

    private FacebookPage fromRow(ResultSet row, int index) throws SQLException {
        return new FacebookPage(
                new FacebookPageId(row.getObject("id", UUID.class)),
                new MessagingAccountId(row.getObject("account_id", UUID.class)),
                row.getString("page_id"),
                row.getString("name"),
                new Secret(secrets.open(row.getBytes("token_sealed"))),
                instant(row, "created_at"),
                instant(row, "changed_at"),
                new UserId(row.getObject("changed_by", UUID.class)),
                row.getInt("revision"),
                instantOrNull(row, "stopped_at"));
    }
}
