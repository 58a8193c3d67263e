package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.house.Customer;
import dev.parley.house.House;
import dev.parley.house.HouseExtension;
import dev.parley.house.Statements;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How many statements one inbound text needs, from the webhook until it is processed.
@ExtendWith(HouseExtension.class)
class StatementBudgetTests {
    private static final Logger log = LoggerFactory.getLogger(StatementBudgetTests.class);
    private static final int BUDGET = 6;
    private static final int CROWD = 50;

    private final House house;
    private final Statements statements;

    StatementBudgetTests(House house) {
        this.house = house;
        this.statements = house.part(Statements.class);
    }

    @Test
    void aTextInAnActiveConversationTakesSixStatementsAtMost() {
        var ann = house.agent("Ann");
        var ada = house.customer("Ada");
        ada.writes("Is my parcel lost?");
        ann.accepts(ada);

        takesAtMost(BUDGET, ada);
    }

    @Test
    void aTextInAnOpenConversationTakesSixStatementsAtMost() {
        var ada = house.customer("Ada");
        ada.writes("Is my parcel lost?");

        takesAtMost(BUDGET, ada);
    }

    @Test
    void aTextThatQueuesAWaitingConversationAgainTakesOneMore() {
        var ann = house.agent("Ann");
        var ada = house.customer("Ada");
        ada.writes("I shall ask my brother");
        ann.accepts(ada).does("park");

        takesAtMost(BUDGET + 1, ada);
    }

    @Test
    void inABacklogEachTakesFewer() {
        var people = IntStream.range(0, CROWD).mapToObj(_ -> house.customer("Ada")).toList();
        people.forEach(one -> one.writes("Hello"));
        house.handled(CROWD);

        var executed =
                statements.during(() -> {
                    house.withInboxPaused(() -> allWriteAtOnce(people));
                    house.handled(2 * CROWD);
                });

        log.info("{} statements for {} texts at once", executed.size(), CROWD);
        coversTheWholePath(executed);
        assertThat(executed).hasSizeLessThanOrEqualTo(CROWD + 20);
    }

    /// After a pause, so that nothing is cached from the previous message.
    private void takesAtMost(int budget, Customer customer) {
        house.handled(1);
        house.timePasses(Duration.ofSeconds(10));

        var executed =
                statements.during(() -> {
                    customer.writes("Are you there?");
                    house.handled(2);
                });

        log.info("{} statements for one text", executed.size());
        coversTheWholePath(executed);
        assertThat(executed).hasSizeLessThanOrEqualTo(budget);
    }

    private void allWriteAtOnce(List<Customer> people) {
        house.simulator().post("/simulator/webhooks/hold", Map.of());
        people.forEach(one -> one.writes("Are you there?"));
        house.simulator().post("/simulator/webhooks/release", Map.of());
        house.until(
                "all wait", () -> house.count("select count(*) from waiting_envelope") == CROWD);
    }

    private static void coversTheWholePath(List<String> executed) {
        assertThat(executed)
                .as("for this test to mean anything")
                .anyMatch(sql -> sql.contains("insert into envelope"))
                .anyMatch(sql -> sql.contains("insert into message"))
                .anyMatch(sql -> sql.startsWith("delete from waiting_envelope"));
    }
}
