package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.testing.ChildServer;
import dev.parley.testing.Simulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// An e-mail goes to a mail server that never responds, and each time the server is killed while
/// sending it.
@Timeout(600)
class RepeatedCrashTests {
    private static final String POST =
            """
            with posted as (
                insert into email (id, key, subject, text, written_at, due_at)
                values (gen_random_uuid(), 'dying', 'Hello', 'Hello', now(), now()) returning 1)
            select count(*) from posted
            """;

    /// A short lease, so that the test need not wait for that of a dead process.
    private static final String DUE =
            """
            with due as (update email set due_at = now() where key = 'dying' and due_at is not null
                         returning 1)
            select count(*) from due
            """;

    private static final String GIVEN_UP =
            "select count(*) from email where key = 'dying' and due_at is null and sent_at is null";

    private static final String STILL_LOOKING =
            "select count(*) from page_status where asked or checked_at is null";

    private final List<Socket> callers = new CopyOnWriteArrayList<>();
    private final ServerSocket deaf = listen();
    private final Simulator simulator = Simulator.start();
    private final ChildServer server =
            ChildServer.start(
                    simulator,
                    "--parley.mail.host=127.0.0.1",
                    "--parley.mail.port=" + deaf.getLocalPort(),
                    "--parley.mail.tls=none",
                    "--parley.mail.from=parley@example.com",
                    "--parley.mail.to=operators@example.com");

    @AfterEach
    void end() throws IOException {
        server.close();
        simulator.stop();
        deaf.close();
    }

    /// At the first crash other work may have been in progress too: then nothing is blamed, and
    /// from the second on the e-mail is alone.
    @Test
    void aTaskThatCrashedTheServerTwiceIsSetAside() {
        nothingElseIsInProgress();
        assertThat(server.count(POST)).isOne();
        var deaths = 0;
        while (!isGivenUpAfter(deaths)) {
            deaths++;
            server.kill();
            server.startAgain();
            server.count(DUE);
        }

        assertThat(deaths).isBetween(2, 3);
        assertThat(callers).as("there was no further attempt").hasSize(deaths);
        assertThat(
                        server.count(
                                "select count(*) from crash_suspect where set_aside_at is not null"))
                .isOne();
    }

    /// {@return false if it is tried again}
    private boolean isGivenUpAfter(int calls) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> callers.size() > calls || server.count(GIVEN_UP) == 1);
        return callers.size() == calls;
    }

    private void nothingElseIsInProgress() {
        await().atMost(Duration.ofMinutes(2)).until(() -> server.count(STILL_LOOKING) == 0);
    }

    private ServerSocket listen() {
        try {
            var listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(() -> take(listening));
            return listening;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void take(ServerSocket listening) {
        try {
            while (true) {
                callers.add(listening.accept());
            }
        } catch (IOException _) {
            // The test is over.
        }
    }
}
