package dev.parley.messenger.doctor;

import static dev.parley.platform.Columns.instant;
import static dev.parley.platform.Columns.utc;

import dev.parley.identity.Audit;
import dev.parley.identity.UserId;
import dev.parley.messenger.account.FacebookPage;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The running tests, in PostgreSQL, at most one for each page. A test is only an instant: messages
/// that arrived since then are stored like all others.
@Repository
public class TestMessages {
    private static final String START =
            """
            insert into test_message (page, started_at, started_by)
            select page, :now, :by from page_status where page = :page
            on conflict (page) do update
               set started_at = excluded.started_at, started_by = excluded.started_by
            """;

    private static final String END = "delete from test_message where page = :page";

    private static final String OF = "select page, started_at from test_message where page = :page";

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    TestMessages(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /// From now on, Parley watches for a message to this page.
    @Transactional
    public void start(FacebookPage page, UserId by) {
        jdbc.sql(START)
                .param("page", page.pageId())
                .param("now", utc(clock.instant()))
                .param("by", by.value())
                .update();
        audit.record(by, "facebookPage.tried", "facebookPage/" + page.id(), Map.of(), Map.of());
    }

    public void end(FacebookPage page) {
        jdbc.sql(END).param("page", page.pageId()).update();
    }

    public Optional<TestMessage> of(FacebookPage page) {
        return jdbc.sql(OF)
                .param("page", page.pageId())
                .query((row, _) ->
                        new TestMessage(row.getString("page"), instant(row, "started_at")))
                .optional();
    }
}
