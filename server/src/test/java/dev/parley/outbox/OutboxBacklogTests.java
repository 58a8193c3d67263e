package dev.parley.outbox;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.parley.channel.Endpoint;
import dev.parley.conversation.MessageId;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.outbox.Courier.Outcome.EndpointStopped;
import dev.parley.outbox.OutgoingRows.Span;
import dev.parley.testing.TestPostgres;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// A blocked page may have any number of pending messages: other pages are not affected.
class OutboxBacklogTests {
    private static final Logger log = LoggerFactory.getLogger(OutboxBacklogTests.class);
    private static final int PENDING = 100_000;
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Span SPAN = new Span(NOW, NOW.plusSeconds(20));
    private static final Endpoint STOPPED = FacebookChannel.endpoint("1");
    private static final Endpoint LIVE = FacebookChannel.endpoint("2");

    private final HikariDataSource pool = TestPostgres.freshDatabase();
    private final JdbcClient jdbc = JdbcClient.create(pool);
    private final OutgoingRows rows = new OutgoingRows(jdbc);
    private final SendBlocks sendBlocks =
            new SendBlocks(jdbc, _ -> {}, java.time.Clock.systemUTC());
    private final TransactionTemplate transaction =
            new TransactionTemplate(new JdbcTransactionManager(pool));

    @BeforeEach
    void migrate() {
        Flyway.configure().dataSource(pool).load().migrate();
        jdbc.sql(
                        """
                        alter table outgoing_message drop constraint outgoing_message_message_id_fkey,
                              drop constraint outgoing_message_conversation_id_fkey
                        """)
                .update();
        jdbc.sql("analyze outgoing_message").update();
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void aStoppedPagesBacklogCostsAnotherPageNothing() {
        add(STOPPED, PENDING, 1);
        add(LIVE, 20, 1);
        sendBlocks.stop(STOPPED, new EndpointStopped("token", "190"), NOW);

        assertThat(claim(Map.of(), 8)).hasSize(8).allMatch(one -> one.endpoint().equals(LIVE));

        var rowsRead = rowsReadPerClaim();
        log.info("{} rows and index entries read to claim with {} waiting", rowsRead, PENDING);
        assertThat(rowsRead).isBetween(8L, 200L);
    }

    @Test
    void theBacklogOfAConversationIsNotRead() {
        add(LIVE, PENDING, PENDING);
        add(LIVE, 4, 1);

        assertThat(claim(Map.of(), 8)).hasSize(5);
        assertThat(claim(Map.of(), 8)).isEmpty();
        assertThat(rowsReadPerClaim()).isLessThan(100);
    }

    @Test
    void eachPageGetsAsManyAsItHasFreeThreads() {
        add(STOPPED, 10, 1);
        add(LIVE, 10, 1);

        var claimed = claim(Map.of(STOPPED, 1), 3);

        assertThat(claimed).filteredOn(one -> one.endpoint().equals(STOPPED)).hasSize(1);
        assertThat(claimed).filteredOn(one -> one.endpoint().equals(LIVE)).hasSize(3);
    }

    @Test
    void theNextMessageIsDueWhenThePreviousOneWasSent() {
        add(LIVE, 3, 3);
        var first = claim(Map.of(), 8);
        assertThat(first).hasSize(1);
        assertThat(claim(Map.of(), 8)).isEmpty();

        assertThat(settle(first.getFirst())).isTrue();
        assertThat(settle(first.getFirst())).isFalse();

        var second = claim(Map.of(), 8);
        assertThat(second).hasSize(1);
        assertThat(second.getFirst().message()).isNotEqualTo(first.getFirst().message());
    }

    @Test
    void manyAreRemovedAtOnceExceptWhereAnotherTransactionIsAtWork() {
        add(LIVE, 6, 2);
        var claimed = claim(Map.of(), 8);
        var busy = claimed.getFirst();

        transaction.executeWithoutResult(_ -> {
            rows.remove(busy, NOW);
            assertThat(removeFreeOf(claimed))
                    .containsExactlyInAnyOrderElementsOf(claimed.subList(1, 3));
        });

        assertThat(claim(Map.of(), 8)).hasSize(3).doesNotContainAnyElementsOf(claimed);
    }

    @Test
    void whatIsConfirmedIsRemovedWhicheverAttemptIsTheLatest() {
        add(LIVE, 4, 2);
        var confirmed = claim(Map.of(), 8).stream().map(Outgoing::message).collect(toSet());

        assertThat(confirm(confirmed)).isTrue();
        assertThat(confirm(confirmed)).isFalse();

        assertThat(claim(Map.of(), 8)).hasSize(2);
    }

    @Test
    void whenSeveralOfAConversationAreConfirmedTheOneBehindThemIsDue() {
        add(LIVE, 4, 4);
        var places = messagesByPlace();

        assertThat(confirm(Set.copyOf(places.subList(0, 2)))).isTrue();

        assertThat(claim(Map.of(), 8)).extracting(Outgoing::message).containsExactly(places.get(2));
    }

    private List<MessageId> messagesByPlace() {
        return jdbc.sql("select message_id from outgoing_message order by place")
                .query((row, _) -> new MessageId(row.getObject("message_id", UUID.class)))
                .list();
    }

    private List<Outgoing> removeFreeOf(List<Outgoing> claimed) {
        var separate = new TransactionTemplate(new JdbcTransactionManager(pool));
        separate.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return Objects.requireNonNull(
                separate.execute(_ -> {
                    var lanes = rows.tryHoldLanes(claimed);
                    var free =
                            claimed.stream().filter(one -> lanes.contains(one.message())).toList();
                    rows.removeAll(free, NOW);
                    return free;
                }));
    }

    private boolean confirm(Set<MessageId> confirmed) {
        return Boolean.TRUE.equals(transaction.execute(_ -> rows.removeConfirmed(confirmed, NOW)));
    }

    private boolean settle(Outgoing one) {
        return Boolean.TRUE.equals(transaction.execute(_ -> rows.remove(one, NOW)));
    }

    private List<Outgoing> claim(Map<Endpoint, Integer> free, int concurrency) {
        return rows.claimToSend(free, concurrency, SPAN);
    }

    /// Conversations with so many messages each.
    private void add(Endpoint endpoint, int messages, int each) {
        jdbc.sql(
                        """
                        insert into outgoing_message (message_id, conversation_id, channel, endpoint, state, pending_since, due_at)
                        select gen_random_uuid(), conversation, 'FACEBOOK', :page, 'QUEUED', :now,
                               case when number = 1 then :now::timestamptz end
                          from (select gen_random_uuid() as conversation
                                  from generate_series(1, :conversations)) talks
                         cross join generate_series(1, :each) as number
                         order by conversation, number
                        """)
                .param("page", endpoint.id())
                .param("conversations", messages / each)
                .param("each", each)
                .param("now", NOW.minusSeconds(1).atOffset(UTC))
                .update();
    }

    /// {@return how many rows and index entries the database reads for one claim}
    private long rowsReadPerClaim() {
        return Objects.requireNonNull(
                transaction.execute(_ -> {
                    var before = rowsRead();
                    var _ = claim(Map.of(STOPPED, 8), 8);
                    return rowsRead() - before;
                }));
    }

    private long rowsRead() {
        return jdbc.sql(
                        """
                        select coalesce(sum(pg_stat_get_xact_tuples_returned(c.oid)
                                            + pg_stat_get_xact_tuples_fetched(c.oid)), 0)::bigint
                          from pg_class c
                         where c.relname like 'outgoing%' or c.relname like 'one_message_of%'
                        """)
                .query(Long.class)
                .single();
    }
}
