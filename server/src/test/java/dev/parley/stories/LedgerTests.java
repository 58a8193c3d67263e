package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.testing.ChildServer;
import dev.parley.testing.Simulator;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// People and agents write while every possible fault occurs; then the messages on both sides are
/// compared.
///
/// `-Dparley.kills=100` runs longer, `-Dparley.kills.seed=…` sets the random seed.
class LedgerTests {
    private static final Logger log = LoggerFactory.getLogger(LedgerTests.class);
    private static final int KILLS = Integer.getInteger("parley.kills", 3);
    private static final long SEED =
            Long.getLong("parley.kills.seed", new Random().nextInt(100_000));

    private static final String WRONG =
            "select count(*) from page_status where state <> 'RUNNING' or asked";

    private final Random random = new Random(SEED);
    private final Simulator simulator = Simulator.start();
    private final ChildServer server =
            ChildServer.start(
                    simulator,
                    "--parley.messenger.connect-timeout=1s",
                    "--parley.messenger.read-timeout=3s",
                    "--parley.outbox.lease=6s",
                    "--parley.outbox.first-look-up=500ms",
                    "--parley.outbox.not-sent-after=6s",
                    "--parley.catch-up.check-every=10s",
                    "--parley.catch-up.wait-for-retries=2s",
                    "--parley.doctor.settle-after=1s",
                    "--parley.doctor.check-again-after=5s");
    private final Crowd crowd = new Crowd(simulator, 40, SEED);
    private final Integrator integrator = new Integrator(server);
    private final Operator operator = new Operator(server, crowd.page());
    private final FaultPlan faults = new FaultPlan(simulator, crowd, SEED);
    private final Acknowledged acknowledged = new Acknowledged(simulator);

    @AfterEach
    void end() {
        faults.close();
        crowd.close();
        integrator.close();
        server.close();
        simulator.stop();
    }

    @Test
    void losesAndDuplicatesNothingWhateverFails() {
        crowd.acts(20);
        integrator.answers(6);
        faults.changesEvery(Duration.ofMillis(700));

        var cutShort = 0L;
        for (var round = 0; round < KILLS; round++) {
            peopleGoOn(20 + random.nextInt(40));
            cutShort +=
                    server.count("select count(*) from outgoing_message where state = 'SENDING'");
            kill(random.nextInt(3));
            operator.retries();
            acknowledged.collect();
        }
        peopleGoOn(40);

        assertThat(faults.clearFaults()).isEmpty();
        operator.retries();
        assertThat(crowd.stops()).isEmpty();
        assertThat(integrator.finishes()).isEmpty();
        settles();
        acknowledged.collect();
        var timelines = Timelines.read(simulator, integrator, crowd);
        var messages = Ledger.ofMessages(simulator, timelines, acknowledged);
        var answers = Ledger.ofAnswers(simulator, timelines, integrator.accepted());
        log.info(
                "{} kills (seed {}), {} sends cut short, {} answers retried; faults {}\n{}",
                KILLS,
                SEED,
                cutShort,
                integrator.repeated(),
                faults.seen(),
                Ledger.table(messages, answers));
        assertThat(integrator.repeated()).as("for this test to mean anything").isPositive();
        assertThat(messages.acknowledged()).as("for this test to mean anything").isPositive();
        isBalanced(messages);
        isBalanced(answers);
        assertThat(server.count("select count(*) from dead_letter")).isZero();
    }

    /// Kills the server; the server and its database at once; or the database alone.
    private void kill(int round) {
        switch (round) {
            case 0 -> {
                server.kill();
                server.startAgain();
            }
            case 1 -> {
                server.killDatabase();
                server.kill();
                server.startAgain();
            }
            default -> {
                server.killDatabase();
                server.awaitDatabase();
            }
        }
    }

    private static void isBalanced(Ledger ledger) {
        assertThat(ledger.faults())
                .as("%s: %s", ledger.name(), ledger.remarks())
                .allSatisfy((_, count) -> assertThat(count).isZero());
    }

    private void peopleGoOn(int count) {
        var from = crowd.acts();
        await("people to continue")
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(60))
                .until(() -> crowd.acts() >= from + count);
    }

    /// Every message has arrived or was given up, nothing is pending, and the diagnostics find no
    /// problem.
    private void settles() {
        await("everything to settle")
                .ignoreExceptions()
                .pollInterval(Duration.ofSeconds(1))
                .atMost(Duration.ofMinutes(5))
                .untilAsserted(() -> {
                    assertThat(simulator.webhooks("pending")).as("webhooks").isEmpty();
                    assertThat(server.count("select count(*) from outgoing_message")).isZero();
                    assertThat(server.count("select count(*) from waiting_envelope")).isZero();
                    assertThat(server.count(WRONG)).as("pages that do not run").isZero();
                });
    }
}
