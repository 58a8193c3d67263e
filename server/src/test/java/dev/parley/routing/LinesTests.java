package dev.parley.routing;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.parley.routing.WorkItems.WorkItem;
import dev.parley.team.QueueId;
import dev.parley.testing.TestPostgres;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Any number of conversations may wait in queues without members: finding the first of each line
/// costs the same.
class LinesTests {
    private static final Logger log = LoggerFactory.getLogger(LinesTests.class);
    private static final int WAITING = 100_000;
    private static final int QUEUES = 10;
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final HikariDataSource pool = TestPostgres.freshDatabase();
    private final JdbcClient jdbc = JdbcClient.create(pool);
    private final WorkItems workItems = new WorkItems(jdbc);
    private final TransactionTemplate transaction =
            new TransactionTemplate(new JdbcTransactionManager(pool));

    @BeforeEach
    void migrate() {
        Flyway.configure().dataSource(pool).load().migrate();
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void conversationsInUnservedQueuesCostNothing() {
        for (var number = 0; number < QUEUES; number++) {
            wait(queue("Line " + number), WAITING / QUEUES);
        }
        jdbc.sql("analyze work_item").update();

        assertThat(workItems.heads(NOW)).hasSize(QUEUES);

        var rowsRead = rowsReadPerLook();
        log.info("{} rows and index entries read with {} waiting", rowsRead, WAITING);
        assertThat(rowsRead).isBetween((long) QUEUES, 200L);
    }

    @Test
    void offeredAndTakenConversationsAreNotRead() {
        var queue = queue("Tea");
        wait(queue, 1000);
        jdbc.sql("update work_item set try_at = null").update();
        wait(queue, 1);

        assertThat(workItems.heads(NOW)).hasSize(1);
        assertThat(rowsReadPerLook()).isLessThan(20);
    }

    @Test
    void theFirstOfEachLineHasWaitedLongest() {
        var tea = queue("Tea");
        wait(tea, 3);
        jdbc.sql(
                        """
                        update work_item set since = :longAgo
                         where conversation_id = (select max(conversation_id::text)::uuid
                                                    from work_item)
                        """)
                .param("longAgo", NOW.minusSeconds(3600).atOffset(UTC))
                .update();

        assertThat(workItems.heads(NOW))
                .singleElement()
                .extracting(WorkItem::since)
                .isEqualTo(NOW.minusSeconds(3600));
    }

    private QueueId queue(String name) {
        var id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into queue (id, name, created_at, changed_at)
                        values (:id, :name, :now, :now)
                        """)
                .param("id", id)
                .param("name", name)
                .param("now", NOW.atOffset(UTC))
                .update();
        return new QueueId(id);
    }

    private void wait(QueueId queue, int conversations) {
        jdbc.sql(
                        """
                        insert into work_item (conversation_id, queue_id, workstream_id, channel,
                                               endpoint, since, try_at)
                        select gen_random_uuid(), :queue, (select id from workstream), 'FACEBOOK',
                               '1', :now, :now
                          from generate_series(1, :conversations)
                        """)
                .param("queue", queue.value())
                .param("conversations", conversations)
                .param("now", NOW.minusSeconds(1).atOffset(UTC))
                .update();
    }

    /// {@return how many rows and index entries the database reads to find the first}
    private long rowsReadPerLook() {
        return Objects.requireNonNull(
                transaction.execute(_ -> {
                    var before = rowsRead();
                    var _ = workItems.heads(NOW);
                    return rowsRead() - before;
                }));
    }

    private long rowsRead() {
        return jdbc.sql(
                        """
                        select coalesce(sum(pg_stat_get_xact_tuples_returned(c.oid)
                                            + pg_stat_get_xact_tuples_fetched(c.oid)), 0)::bigint
                          from pg_class c
                         where c.relname like 'work_item%'
                        """)
                .query(Long.class)
                .single();
    }
}
