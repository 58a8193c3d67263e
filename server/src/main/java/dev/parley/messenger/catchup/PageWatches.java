package dev.parley.messenger.catchup;

import static dev.parley.platform.Columns.instantOrNull;
import static dev.parley.platform.Columns.utc;

import dev.parley.messenger.catchup.PageWatch.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The watches of all pages, in PostgreSQL: the thread that claims one, on any node, does the next
/// step for it.
@Repository
class PageWatches {
    private static final String ADD_NEW_PAGES =
            """
            insert into page_watch (page, due_at, check_at)
            select page_id, :due, :due from facebook_page
            on conflict (page) do nothing
            """;

    private static final String DELETE_REMOVED_PAGES =
            "delete from page_watch where page not in (select page_id from facebook_page)";

    private static final String CLAIM =
            """
            update page_watch
               set due_at = :lease
             where page = (select page from page_watch
                            where due_at <= :now
                            order by due_at
                            limit 1
                              for update skip locked)
            returning *
            """;

    private static final String WANT =
            """
            update page_watch
               set wanted = true, due_at = :now, check_at = :now
             where :page::text is null or page = :page
            """;

    /// Not while a thread is doing the first step for it: the lease sets another time.
    private static final String START_NOW =
            """
            update page_watch
               set due_at = :now, check_at = :now
             where page = :page and checked_at is null and due_at = check_at
            """;

    /// Everything before the previous check was delivered: Meta gives up on a page only after an
    /// hour, and then no longer lists the app.
    private static final String GOOD =
            """
            update page_watch
               set check_at = :next, checked_at = :now, problem = null, detail = null, failures = 0,
                   whole_until = case when since is null and not wanted
                                      then greatest(whole_until,
                                                    checked_at - interval '2 hours')
                                      else whole_until end,
                   due_at = case when since is null then :next else :now end
             where page = :page
            """;

    private static final String REST =
            "update page_watch set due_at = :next, check_at = :next where page = :page";

    private static final String BEGIN =
            """
            update page_watch
               set wanted = false, since = least(since, :since), until = :until, cursor = null,
                   conversations = 0, found = 0, due_at = :due
             where page = :page
            """;

    private static final String GO_ON =
            """
            update page_watch
               set cursor = :cursor, conversations = conversations + :conversations,
                   found = found + :found, problem = null, detail = null, failures = 0,
                   due_at = least(check_at, :due)
             where page = :page
            """;

    private static final String FINISH =
            """
            update page_watch
               set whole_until = until, since = null, until = null, cursor = null,
                   finished_at = :now, due_at = check_at
             where page = :page
            """;

    private static final String FAIL =
            """
            update page_watch
               set problem = :problem, detail = :detail, failures = failures + 1,
                   cursor = case when :again then null else cursor end,
                   due_at = :due, check_at = greatest(check_at, :due)
             where page = :page
            """;

    private final JdbcClient jdbc;

    PageWatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PageWatch> all() {
        return jdbc.sql("select * from page_watch").query(PageWatches::fromRow).list();
    }

    /// Watches all existing pages, and no others.
    void syncPages(Instant firstDue) {
        jdbc.sql(ADD_NEW_PAGES).param("due", utc(firstDue)).update();
        jdbc.sql(DELETE_REMOVED_PAGES).update();
    }

    Optional<PageWatch> claim(Instant now, Instant lease) {
        return jdbc.sql(CLAIM)
                .param("now", utc(now))
                .param("lease", utc(lease))
                .query(PageWatches::fromRow)
                .optional();
    }

    /// @param page null for all
    void request(@Nullable String page, Instant now) {
        jdbc.sql(WANT).param("page", page).param("now", utc(now)).update();
    }

    /// Lets the first check of this page be due now.
    void startNow(String page, Instant now) {
        jdbc.sql(START_NOW).param("page", page).param("now", utc(now)).update();
    }

    void good(PageWatch watch, Instant now, Instant next) {
        about(GOOD, watch).param("now", utc(now)).param("next", utc(next)).update();
    }

    void postpone(PageWatch watch, Instant next) {
        about(REST, watch).param("next", utc(next)).update();
    }

    void begin(PageWatch watch, Span span, Instant due) {
        about(BEGIN, watch)
                .param("since", utc(span.since()))
                .param("until", utc(span.until()))
                .param("due", utc(due))
                .update();
    }

    void advance(
            PageWatch watch, @Nullable String cursor, int conversations, int found, Instant due) {
        about(GO_ON, watch)
                .param("cursor", cursor)
                .param("conversations", conversations)
                .param("found", found)
                .param("due", utc(due))
                .update();
    }

    void finish(PageWatch watch, Instant now) {
        about(FINISH, watch).param("now", utc(now)).update();
    }

    /// @param again whether the list must be read from its start
    void fail(PageWatch watch, String problem, String detail, boolean again, Instant due) {
        about(FAIL, watch)
                .param("problem", problem)
                .param("detail", detail.replace('\0', ' '))
                .param("again", again)
                .param("due", utc(due))
                .update();
    }

    private JdbcClient.StatementSpec about(String sql, PageWatch watch) {
        return jdbc.sql(sql).param("page", watch.page());
    }

    private static PageWatch fromRow(ResultSet row, int index) throws SQLException {
        var since = instantOrNull(row, "since");
        var until = instantOrNull(row, "until");
        return new PageWatch(
                row.getString("page"),
                instantOrNull(row, "check_at"),
                instantOrNull(row, "checked_at"),
                instantOrNull(row, "whole_until"),
                row.getBoolean("wanted"),
                since == null || until == null ? null : new Span(since, until),
                row.getString("cursor"),
                row.getInt("conversations"),
                row.getInt("found"),
                instantOrNull(row, "finished_at"),
                row.getString("problem"),
                row.getString("detail"),
                row.getInt("failures"));
    }
}
