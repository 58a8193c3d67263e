package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.house.ChildServer;
import dev.parley.house.Simulator;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `-Dparley.kills=50` kills longer, `-Dparley.kills.seed=…` at the same places again.
class KilledServerTests {
    private static final Logger log = LoggerFactory.getLogger(KilledServerTests.class);
    private static final int KILLS = Integer.getInteger("parley.kills", 3);
    private static final long SEED =
            Long.getLong("parley.kills.seed", new Random().nextInt(100_000));

    private final Random random = new Random(SEED);
    private final Simulator simulator = Simulator.start();
    private final ChildServer server =
            ChildServer.start(
                    simulator,
                    "--parley.messenger.connect-timeout=1s",
                    "--parley.messenger.read-timeout=3s",
                    "--parley.outbox.lease=6s",
                    "--parley.outbox.first-trace=500ms",
                    "--parley.outbox.trust-absence=6s");
    private final Crowd crowd = new Crowd(simulator, 40);
    private final Integrator integrator = new Integrator(server);

    @AfterEach
    void end() {
        crowd.close();
        integrator.close();
        server.close();
        simulator.stop();
    }

    @Test
    void losesNothingAndSaysNothingTwiceWhenItIsKilledInTheMidstOfTalk() {
        simulator.delayNext(1_000_000, Duration.ofMillis(120));
        crowd.writes(20);
        integrator.answers(6);

        var cutShort = 0L;
        for (var blow = 0; blow < KILLS; blow++) {
            peopleWriteOn(20 + random.nextInt(40));
            cutShort += server.count("select count(*) from outgoing where state = 'SENDING'");
            strike(blow);
        }
        peopleWriteOn(20);

        assertThat(crowd.fallsSilent()).isEmpty();
        assertThat(integrator.finishes()).isEmpty();
        settles();
        var timelines = Timelines.read(simulator, integrator, crowd);
        var messages = Ledger.ofMessages(simulator, timelines);
        var answers = Ledger.ofAnswers(simulator, timelines, integrator.accepted());
        var again = webhooksThatCameAgain();
        log.info(
                "{} blows (seed {}), {} sends cut short, {} webhooks and {} answers tried again\n{}",
                KILLS,
                SEED,
                cutShort,
                again,
                integrator.repeated(),
                Ledger.table(messages, answers));
        assertThat(again).as("for this test to mean anything").isPositive();
        assertThat(integrator.repeated()).as("for this test to mean anything").isPositive();
        isBalanced(messages, crowd.written());
        isBalanced(answers, integrator.accepted().size());
        assertThat(server.count("select count(*) from dead_letter")).isZero();
    }

    /// The server; the server and its database at once; the database alone; and so on.
    private void strike(int blow) {
        switch (blow % 3) {
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

    private void peopleWriteOn(int count) {
        var from = crowd.written();
        await("people to write on")
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(30))
                .until(() -> crowd.written() >= from + count);
    }

    /// Everything has arrived, and nothing is owed.
    private void settles() {
        await("everything to settle")
                .ignoreExceptions()
                .pollInterval(Duration.ofMillis(500))
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> {
                    assertThat(simulator.webhooks("pending")).as("webhooks").isEmpty();
                    assertThat(server.count("select count(*) from outgoing")).isZero();
                    assertThat(
                                    server.count(
                                            "select count(*) from envelope where handled_at is null"))
                            .isZero();
                });
        assertThat(simulator.webhooks("failed")).isEmpty();
    }

    private long webhooksThatCameAgain() {
        return simulator.webhooks("delivered").stream()
                .filter(webhook -> webhook.path("attempts").size() > 1)
                .count();
    }

    private static void isBalanced(Ledger ledger, long sent) {
        assertThat(ledger).isEqualTo(new Ledger(ledger.name(), sent, sent, sent, sent, 0, 0, 0, 0));
    }
}
