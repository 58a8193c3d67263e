package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Statements;
import dev.parley.testing.TestCustomer;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How many statements inbound events need, from the webhook until they are processed.
@ExtendWith(TestParleyExtension.class)
class StatementBudgetTests {
    private static final Logger log = LoggerFactory.getLogger(StatementBudgetTests.class);
    private static final Pattern MESSAGE = Pattern.compile("(insert into|update) message");
    private static final int BUDGET = 6;
    private static final int CROWD = 50;
    private static final int ASSIGNED = 10;

    /// For two threads: each takes a part of the events.
    private static final int SHARED = 30;

    private final TestParley parley;
    private final Statements statements;

    StatementBudgetTests(TestParley parley) {
        this.parley = parley;
        this.statements = parley.part(Statements.class);
    }

    @Test
    void aTextInAnActiveConversationTakesSixStatementsAtMost() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Is my parcel lost?");
        ann.accepts(ada);

        takesAtMost(BUDGET, ada);
    }

    @Test
    void aTextInAnOpenConversationTakesSixStatementsAtMost() {
        var ada = parley.customer("Ada");
        ada.writes("Is my parcel lost?");

        takesAtMost(BUDGET, ada);
    }

    @Test
    void aTextThatQueuesAWaitingConversationAgainTakesOneMore() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("I shall ask my brother");
        ann.accepts(ada).does("wait");

        takesAtMost(BUDGET + 1, ada);
    }

    @Test
    void inABacklogEachTakesFewer() {
        var people = IntStream.range(0, CROWD).mapToObj(_ -> parley.customer("Ada")).toList();
        people.forEach(one -> one.writes("Hello"));
        parley.handled(CROWD);

        takeFewer(CROWD, 2 * CROWD, () -> people.forEach(one -> one.writes("Are you there?")));
    }

    @Test
    void manyFirstContactsAtOnceShareTheirStatements() {
        var people = IntStream.range(0, CROWD).mapToObj(_ -> parley.customer("Ada")).toList();

        takeFewer(CROWD, CROWD, () -> people.forEach(one -> one.writes("Hello")));

        assertThat(parley.count("select count(*) from work_item")).isEqualTo(CROWD);
    }

    /// The simulator delivers a receipt after each echo.
    @Test
    void manyEchoesOfAnotherAppAtOnceShareTheirStatements() {
        var people = IntStream.range(0, CROWD).mapToObj(_ -> parley.customer("Ada")).toList();
        people.forEach(one -> one.writes("Hello"));
        parley.handled(CROWD);

        takeFewer(
                2 * CROWD,
                3 * CROWD,
                () -> people.forEach(one -> one.isAnsweredInMetasOwnInbox("Hello Ada")));

        assertThat(parley.count("select count(*) from message where author = 'OUTSIDE'"))
                .isEqualTo(CROWD);
    }

    @Test
    void manyEchoesOfOwnRepliesAtOnceShareTheirStatements() {
        parley.database().sql("update workstream set capacity = 5").update();
        var ann = parley.agent("Ann");
        var people =
                IntStream.range(0, ASSIGNED)
                        .mapToObj(one -> parley.customer("Ada " + one))
                        .toList();
        people.forEach(one -> one.writes("Hello"));
        parley.handled(ASSIGNED);

        takeFewer(
                2 * ASSIGNED,
                3 * ASSIGNED,
                () -> {
                    people.forEach(one -> ann.accepts(one).replies("Hello Ada"));
                    parley.until("all are sent", () -> countReplies("SENT") == ASSIGNED);
                });

        assertThat(countReplies("DELIVERED")).isEqualTo(ASSIGNED);
    }

    private long countReplies(String status) {
        return parley.database()
                .sql("select count(*) from message where author = 'AGENT' and status = :status")
                .param("status", status)
                .query(Long.class)
                .single();
    }

    /// After a pause, so that nothing is cached from the previous message.
    private void takesAtMost(int budget, TestCustomer customer) {
        parley.handled(1);
        parley.timePasses(Duration.ofSeconds(10));

        var executed =
                statements.during(() -> {
                    customer.writes("Are you there?");
                    parley.handled(2);
                });

        log.info("{} statements for one text", executed.size());
        coversTheWholePath(executed);
        assertThat(executed).hasSizeLessThanOrEqualTo(budget);
    }

    /// Their envelopes are inserted one by one, or in small groups.
    private void takeFewer(int events, int handled, Runnable cause) {
        parley.simulator().post("/simulator/webhooks/hold", Map.of());
        cause.run();
        var executed =
                statements.during(() -> {
                    parley.withInboxPaused(() -> arriveAtOnce(events));
                    parley.handled(handled);
                });

        var shared = withoutInserts(executed);
        log.info("{} shared statements for {} events at once", shared.size(), events);
        coversTheWholePath(executed);
        assertThat(shared).hasSizeLessThanOrEqualTo(SHARED);
    }

    private static List<String> withoutInserts(List<String> executed) {
        return executed.stream().filter(sql -> !sql.contains("insert into envelope")).toList();
    }

    private void arriveAtOnce(int events) {
        parley.simulator().post("/simulator/webhooks/release", Map.of());
        parley.until(
                "all wait", () -> parley.count("select count(*) from waiting_envelope") == events);
    }

    private static void coversTheWholePath(List<String> executed) {
        assertThat(executed)
                .as("for this test to mean anything")
                .anyMatch(sql -> sql.contains("insert into envelope"))
                .anyMatch(sql -> MESSAGE.matcher(sql).find())
                .anyMatch(sql -> sql.startsWith("delete from waiting_envelope"));
    }
}
