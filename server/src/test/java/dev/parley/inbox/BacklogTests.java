package dev.parley.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.parley.channel.Address;
import dev.parley.inbox.Envelopes.Claimed;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.testing.TestPostgres;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// After an outage all events arrive at once, in a database without statistics about waiting rows.
class BacklogTests {
    private static final int PEOPLE = 2000;
    private static final int TEXTS = 5;
    private static final Optional<Address> FROM_THE_FIRST = Optional.empty();

    private final HikariDataSource pool = TestPostgres.freshDatabase();
    private final JdbcClient jdbc = JdbcClient.create(pool);
    private final Envelopes envelopes = new Envelopes(jdbc, Clock.systemUTC(), new Backlog());
    private final TransactionTemplate transaction = newTransaction(pool);

    @BeforeEach
    void everyPersonWrites() {
        Flyway.configure().dataSource(pool).load().migrate();
        jdbc.sql("analyze envelope").update();
        for (var text = 0; text < TEXTS; text++) {
            var number = text;
            envelopes.add(
                    IntStream.range(0, PEOPLE).mapToObj(one -> envelope(one, number)).toList());
        }
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void eachThreadClaimsOtherPeople() {
        transaction.executeWithoutResult(_ -> {
            var first = envelopes.claimByTurns(FROM_THE_FIRST, 50, 50);
            var second = inAnother(50);
            assertThat(people(first)).hasSize(50).doesNotContainAnyElementsOf(people(second));
            assertThat(people(second)).hasSize(50);
            assertThat(first).allMatch(one -> one.envelope().key().endsWith(" 0"));
            assertThat(second).allMatch(one -> one.envelope().key().endsWith(" 0"));
        });
    }

    /// With a join over the waiting rows, this took minutes.
    @Test
    void aClaimReturnsQuicklyWhenAllAreTaken() {
        transaction.executeWithoutResult(_ -> {
            assertThat(envelopes.claimByTurns(FROM_THE_FIRST, PEOPLE, PEOPLE))
                    .as("for this test to mean anything")
                    .hasSize(PEOPLE);
            assertThat(inAnother(50)).isEmpty();
        });
    }

    @Test
    void whoeverWritesMuchDelaysNobody() {
        jdbc.sql("delete from waiting_envelope").update();
        envelopes.add(IntStream.range(TEXTS, 15_000).mapToObj(text -> envelope(0, text)).toList());
        envelopes.add(List.of(envelope(1, TEXTS)));
        assertThat(people(claimAndHandle(FROM_THE_FIRST, 50))).containsExactlyInAnyOrder("0", "1");
    }

    @Test
    void peopleTakeTurns() {
        var firstHalf = claimAndHandle(FROM_THE_FIRST, PEOPLE / 2);
        var last = Optional.of(firstHalf.getLast().envelope().address());
        var secondHalf = claimAndHandle(last, PEOPLE / 2);
        assertThat(people(secondHalf)).doesNotContainAnyElementsOf(people(firstHalf));
        assertThat(claimAndHandle(Optional.of(secondHalf.getLast().envelope().address()), 50))
                .isEmpty();
        assertThat(people(claimAndHandle(FROM_THE_FIRST, 50)))
                .isEqualTo(people(firstHalf).subList(0, 50));
    }

    @Test
    void whenFewPeopleWaitSeveralTextsOfEachAreClaimedInOrder() {
        jdbc.sql("delete from waiting_envelope where person::int > 1").update();
        assertThat(claimAndHandle(FROM_THE_FIRST, 6))
                .extracting(one -> one.envelope().key())
                .containsExactly("m 0 0", "m 0 1", "m 0 2", "m 1 0", "m 1 1", "m 1 2");
    }

    @Test
    void whileSomebodyHandlesAPersonNobodyElseDoes() {
        jdbc.sql("delete from waiting_envelope where person <> '0'").update();
        transaction.executeWithoutResult(_ -> {
            var some = envelopes.claimByTurns(FROM_THE_FIRST, 2, 2);
            assertThat(some).hasSize(2);
            assertThat(inAnother(50)).isEmpty();
            assertThat(oneInAnother(some.getFirst().id() + PEOPLE)).isEmpty();
            assertThat(oneInAnother(some.getLast().id() + PEOPLE)).isEmpty();
        });
    }

    private Optional<Claimed> oneInAnother(long id) {
        var other = newTransaction(pool);
        other.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return other.execute(_ -> envelopes.claimOne(id));
    }

    private List<Claimed> claimAndHandle(Optional<Address> after, int limit) {
        return transaction.execute(_ -> {
            var claimed = envelopes.claimByTurns(after, limit, limit);
            envelopes.remove(claimed.stream().map(Claimed::id).toList());
            return claimed;
        });
    }

    private List<Claimed> inAnother(int limit) {
        var other = newTransaction(pool);
        other.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return other.execute(_ -> {
            jdbc.sql("set local statement_timeout = '10s'").update();
            return envelopes.claimByTurns(FROM_THE_FIRST, limit, limit);
        });
    }

    private static List<String> people(List<Claimed> claimed) {
        return claimed.stream().map(one -> one.envelope().address().person()).distinct().toList();
    }

    private static Envelope envelope(int person, int text) {
        var address = new Address(FacebookChannel.KIND, "1001", "" + person);
        var key = "m %d %d".formatted(person, text);
        return new Envelope(key, address, "message", Instant.EPOCH, "{}");
    }

    private static TransactionTemplate newTransaction(HikariDataSource pool) {
        return new TransactionTemplate(new JdbcTransactionManager(pool));
    }
}
