package dev.parley.inbox;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.parley.channel.Address;
import dev.parley.inbox.Envelopes.Claimed;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.testing.TestPostgres;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Which waiting envelopes are claimed next.
class EnvelopeClaimsTests {
    private static final int BATCH = 20;

    private final HikariDataSource pool = TestPostgres.freshDatabase();
    private final JdbcClient jdbc = JdbcClient.create(pool);
    private final Backlog backlog = new Backlog();
    private final Envelopes envelopes = new Envelopes(jdbc, Clock.systemUTC(), backlog);
    private final EnvelopeClaims claims = new EnvelopeClaims(envelopes, backlog, BATCH);

    @BeforeEach
    void migrate() {
        Flyway.configure().dataSource(pool).load().migrate();
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void everythingIsClaimedOnceAndEachPersonsInOrder() {
        for (var text = 0; text < 5; text++) {
            write(0, 70, text);
        }
        var claimed = new ArrayList<Claimed>();
        for (var batch = handleNext(); !batch.isEmpty(); batch = handleNext()) {
            assertThat(batch).hasSizeLessThanOrEqualTo(BATCH);
            claimed.addAll(batch);
        }
        assertThat(claimed).extracting(Claimed::id).hasSize(350).doesNotHaveDuplicates();
        assertThat(claimed.stream().collect(groupingBy(one -> one.envelope().address())).values())
                .allSatisfy(some ->
                        assertThat(some)
                                .hasSize(5)
                                .isSortedAccordingTo((a, b) -> Long.compare(a.id(), b.id())));
    }

    @Test
    void theOldestAreFirst() {
        write(50, 60, 0);
        write(0, 50, 1);
        assertThat(people(handleNext()))
                .containsExactlyInAnyOrder(
                        "50", "51", "52", "53", "54", "55", "56", "57", "58", "59");
    }

    @Test
    void whoHasVeryMuchWaitingDelaysNobody() {
        for (var text = 0; text < 500; text++) {
            write(7, 8, text);
        }
        write(8, 10, 0);
        assertThat(people(handleNext())).containsExactlyInAnyOrder("7", "8", "9");
    }

    @Test
    void othersAreClaimedWhileOnePersonsAreHandled() {
        for (var text = 0; text < 500; text++) {
            write(7, 8, text);
        }
        var transaction = newTransaction();
        transaction.executeWithoutResult(_ -> {
            assertThat(people(claims.next().claimed())).containsExactly("7");
            write(8, 9, 0);
            assertThat(people(inAnother())).containsExactly("8");
        });
    }

    @Test
    void whatIsTriedAgainIsFoundWhileOthersKeepWriting() {
        write(0, 1, 0);
        var again = handleNext().getFirst().id();
        write(1, 31, 0);
        handleNext();
        envelopes.retry(again);
        var claimed = new ArrayList<Long>();
        for (var text = 1; text <= 60; text++) {
            write(1, 31, text);
            handleNext().forEach(one -> claimed.add(one.id()));
        }
        assertThat(envelopes.countWaiting()).as("others still wait").isPositive();
        assertThat(claimed).contains(again);
    }

    @Test
    void statisticsOfTheEmptyTableDoNotChangeHowItIsRead() {
        for (var text = 0; text < 100; text++) {
            write(0, 20, text);
        }
        handleAll();
        jdbc.sql("vacuum analyze waiting_envelope").update();
        for (var text = 100; text < 200; text++) {
            write(0, 20, text);
        }
        newTransaction()
                .executeWithoutResult(_ -> {
                    assertThat(claims.next().claimed()).hasSize(BATCH);
                    assertThat(readThroughTheIndexOfPersons()).isZero();
                });
    }

    private void handleAll() {
        List<Claimed> batch;
        do {
            batch = handleNext();
        } while (!batch.isEmpty());
    }

    /// {@return how many entries this transaction has read there}
    private long readThroughTheIndexOfPersons() {
        return jdbc.sql(
                        """
                        select pg_stat_get_xact_tuples_returned(
                            'waiting_envelope_of_person'::regclass)
                        """)
                .query(Long.class)
                .single();
    }

    private List<Claimed> handleNext() {
        return newTransaction()
                .execute(_ -> {
                    var claimed = claims.next().claimed();
                    envelopes.remove(claimed.stream().map(Claimed::id).toList());
                    return claimed;
                });
    }

    private List<Claimed> inAnother() {
        var other = newTransaction();
        other.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return other.execute(_ -> claims.next().claimed());
    }

    private void write(int from, int to, int text) {
        var other = newTransaction();
        other.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        other.executeWithoutResult(_ ->
                envelopes.add(
                        IntStream.range(from, to)
                                .mapToObj(person -> envelope(person, text))
                                .toList()));
    }

    private static List<String> people(List<Claimed> claimed) {
        return claimed.stream().map(one -> one.envelope().address().person()).distinct().toList();
    }

    private static Envelope envelope(int person, int text) {
        var address = new Address(FacebookChannel.KIND, "1001", "" + person);
        var key = "m %d %d".formatted(person, text);
        return new Envelope(key, address, "message", Instant.EPOCH, "{\"text\":\"Hello\"}");
    }

    private TransactionTemplate newTransaction() {
        return new TransactionTemplate(new JdbcTransactionManager(pool));
    }
}
