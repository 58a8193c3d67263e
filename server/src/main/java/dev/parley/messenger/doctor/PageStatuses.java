package dev.parley.messenger.doctor;

import static dev.parley.platform.Columns.instant;
import static dev.parley.platform.Columns.instantOrNull;
import static dev.parley.platform.Columns.utc;

import dev.parley.messenger.graph.PageMeasurement.Token;
import dev.parley.platform.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The status of pages, in PostgreSQL: the thread that claims one, on any node, checks it next.
@Repository
class PageStatuses {
    private static final JsonMapper json = JsonMapper.shared();
    private static final int SHOWN = 20;
    private static final Duration PAUSE_AFTER_CHECK = Duration.ofSeconds(5);

    private static final String ADD_NEW_PAGES =
            """
            insert into page_status (page, state, since, due_at)
            select page_id, 'NOT_STARTED', :now, :now from facebook_page
            on conflict (page) do nothing
            """;

    private static final String DELETE_REMOVED_PAGES =
            "delete from page_status where page not in (select page_id from facebook_page)";

    private static final String CLAIM =
            """
            update page_status
               set due_at = :lease
             where page = (select page from page_status
                            where due_at <= :now
                            order by due_at
                            limit 1
                              for update skip locked)
            returning page
            """;

    private static final String ASK =
            """
            update page_status set asked = true, due_at = :now where page = any (:pages)
            """;

    private static final String WANT =
            "update page_status set due_at = least(due_at, :at) where page = :page";

    /// A change in Meta's calls does not matter to a page that fails for another reason, nor to one
    /// that was checked a moment ago.
    private static final String DOUBT =
            """
            update page_status c
               set due_at = least(due_at, greatest(:at, checked_at + :rest::interval))
             where page = :page
               and state = 'NEEDS_ATTENTION'
               and exists (select 1 from page_finding f
                            where f.page = c.page and f.verdict = 'WRONG'
                              and f.topic in ('CALLBACK', 'SUBSCRIPTION', 'SIGNATURE'))
            """;

    private static final String BY_PAGE = "select * from page_status where page = :page";

    private static final String HOLD = BY_PAGE + " for update";

    /// If another check was requested in the meantime, the page is due again and stays marked so.
    private static final String SAVE =
            """
            update page_status
               set state = :state, since = case when state = :state then since else :now end,
                   checked_at = :now, token = :token::jsonb, fields = :fields,
                   asked = case when due_at = :lease then false else asked end,
                   due_at = case when due_at = :lease then :next else due_at end
             where page = :page
            """;

    private static final String REST =
            """
            update page_status
               set state = 'STOPPED', since = case when state = 'STOPPED' then since else :now end,
                   asked = false, due_at = :next
             where page = :page
            """;

    private static final String SET_ASIDE =
            "update page_status set due_at = :next, asked = false where page = :page";

    private static final String FIND =
            """
            insert into page_finding as f (page, topic, verdict, cause, facts, detail, since)
            values (:page, :topic, :verdict, :cause, :facts, :detail, :now)
            on conflict (page, topic) do update
               set since = case when f.verdict = excluded.verdict and f.cause = excluded.cause
                                then f.since else excluded.since end,
                   verdict = excluded.verdict, cause = excluded.cause, facts = excluded.facts,
                   detail = excluded.detail
            """;

    private static final String FINDINGS =
            "select topic, verdict, cause, facts, detail from page_finding where page = :page";

    private static final String REMEMBER =
            """
            insert into page_history (id, page, at, state, causes)
            values (:id, :page, :at, :state, :causes)
            """;

    private static final String HISTORY =
            """
            select at, state, causes from page_history
             where page = :page
             order by at desc, id desc
             limit :limit
            """;

    private final JdbcClient jdbc;

    PageStatuses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Manages all existing pages, and no others.
    void syncPages(Instant now) {
        jdbc.sql(ADD_NEW_PAGES).param("now", utc(now)).update();
        jdbc.sql(DELETE_REMOVED_PAGES).update();
    }

    /// {@return Meta's id of the page that is due first}
    Optional<String> claim(Instant now, Instant lease) {
        return jdbc.sql(CLAIM)
                .param("now", utc(now))
                .param("lease", utc(lease))
                .query(String.class)
                .optional();
    }

    /// Makes these pages due now; a user waits for the result.
    void requestCheck(Collection<String> pages, Instant now) {
        jdbc.sql(ASK).param("pages", pages.toArray(String[]::new)).param("now", utc(now)).update();
    }

    /// Makes the page due, because something may have changed; no user waits for the result.
    void schedule(String page, Instant at) {
        jdbc.sql(WANT).param("page", page).param("at", utc(at)).update();
    }

    /// Makes the page due, because Meta's calls may be correct by now, though they were not at its
    /// last check.
    void recheck(String page, Instant at) {
        jdbc.sql(DOUBT)
                .param("page", page)
                .param("at", utc(at))
                .param("rest", PAUSE_AFTER_CHECK.toSeconds() + " seconds")
                .update();
    }

    Optional<PageStatus> of(String page) {
        return jdbc.sql(BY_PAGE).param("page", page).query(PageStatuses::fromRow).optional();
    }

    /// {@return the same, locked until the transaction ends}
    Optional<PageStatus> lock(String page) {
        return jdbc.sql(HOLD).param("page", page).query(PageStatuses::fromRow).optional();
    }

    List<Finding> findings(String page) {
        return jdbc
                .sql(FINDINGS)
                .param("page", page)
                .query((row, _) -> finding(row))
                .list()
                .stream()
                .sorted((one, other) -> one.topic().compareTo(other.topic()))
                .toList();
    }

    List<StateChange> history(String page) {
        return jdbc.sql(HISTORY)
                .param("page", page)
                .param("limit", SHOWN)
                .query((row, _) ->
                        new StateChange(
                                instant(row, "at"),
                                ProvisioningState.valueOf(row.getString("state")),
                                texts(row, "causes")))
                .list();
    }

    void save(
            String page,
            ProvisioningState state,
            List<Finding> findings,
            @Nullable Token token,
            List<String> fields,
            Span span) {
        findings.forEach(finding -> find(page, finding, span.now));
        jdbc.sql(SAVE)
                .param("page", page)
                .param("state", state.name())
                .param("token", token == null ? null : json.writeValueAsString(token))
                .param("fields", fields.toArray(String[]::new))
                .param("now", utc(span.now))
                .param("lease", utc(span.lease))
                .param("next", utc(span.next))
                .update();
    }

    void stop(String page, Instant now, Instant next) {
        jdbc.sql(REST).param("page", page).param("now", utc(now)).param("next", utc(next)).update();
    }

    /// The page is not checked before then, even if a check was requested.
    void setAside(String page, Instant next) {
        jdbc.sql(SET_ASIDE).param("page", page).param("next", utc(next)).update();
    }

    void addHistory(String page, Instant at, ProvisioningState state, List<String> causes) {
        jdbc.sql(REMEMBER)
                .param("id", Ids.next())
                .param("page", page)
                .param("at", utc(at))
                .param("state", state.name())
                .param("causes", causes.toArray(String[]::new))
                .update();
    }

    private void find(String page, Finding finding, Instant now) {
        var detail = finding.detail();
        jdbc.sql(FIND)
                .param("page", page)
                .param("topic", finding.topic().name())
                .param("verdict", finding.verdict().name())
                .param("cause", finding.cause())
                .param("facts", finding.facts().toArray(String[]::new))
                .param("detail", detail == null ? null : detail.replace('\0', ' '))
                .param("now", utc(now))
                .update();
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                Topic.valueOf(row.getString("topic")),
                CheckVerdict.valueOf(row.getString("verdict")),
                row.getString("cause"),
                texts(row, "facts"),
                row.getString("detail"));
    }

    private static PageStatus fromRow(ResultSet row, int index) throws SQLException {
        var checked = instantOrNull(row, "checked_at");
        var token = row.getString("token");
        return new PageStatus(
                row.getString("page"),
                ProvisioningState.valueOf(row.getString("state")),
                instant(row, "since"),
                row.getBoolean("asked"),
                checked,
                token == null ? null : json.readValue(token, Token.class),
                row.getArray("fields") == null ? List.of() : texts(row, "fields"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Stream.of((String[]) row.getArray(column).getArray()).toList();
    }

    /// When the page was checked, until when it was claimed, and when it is checked next.
    record Span(Instant now, Instant lease, Instant next) {}
}
