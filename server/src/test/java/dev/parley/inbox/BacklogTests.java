package dev.parley.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.parley.channel.Address;
import dev.parley.inbox.Envelopes.Claimed;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.platform.database.PostgresForTests;
import java.time.Clock;
import java.time.Instant;
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

/// After an outage all events arrive at once, in a database without statistics about waiting rows.
class BacklogTests {
    private static final int PEOPLE = 2000;
    private static final int TEXTS = 5;

    private final HikariDataSource pool = PostgresForTests.freshDatabase();
    private final JdbcClient jdbc = JdbcClient.create(pool);
    private final Envelopes envelopes = new Envelopes(jdbc, Clock.systemUTC());
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
            var first = envelopes.claim(50);
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
            assertThat(envelopes.claim(PEOPLE))
                    .as("for this test to mean anything")
                    .hasSize(PEOPLE);
            assertThat(inAnother(50)).isEmpty();
        });
    }

    private List<Claimed> inAnother(int limit) {
        var other = newTransaction(pool);
        other.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return other.execute(_ -> {
            jdbc.sql("set local statement_timeout = '10s'").update();
            return envelopes.claim(limit);
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
