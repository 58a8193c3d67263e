package dev.parley.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.parley.testing.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A process crashes by throwing an error here, and the next one opens its files.
class CrashJournalTests {
    private static final HikariDataSource pool = TestPostgres.freshDatabase();
    private static final JdbcClient jdbc = JdbcClient.create(pool);
    private final List<String> done = new ArrayList<>();
    private final List<String> setAside = new ArrayList<>();

    @TempDir private Path folder;
    private CrashJournal journal;

    @BeforeAll
    static void migrate() {
        Flyway.configure().dataSource(pool).load().migrate();
    }

    @BeforeEach
    void open() {
        jdbc.sql("delete from crash_suspect").update();
        journal = anotherProcess();
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    @Test
    void aTaskThatCrashedTwiceIsSetAside() {
        dieOver("file", "bomb");
        assertThat(journal.isSuspect("file", "bomb")).isTrue();
        dieOver("file", "bomb");
        handle("file", "bomb");
        assertThat(done).isEmpty();
        assertThat(setAside).containsExactly("bomb");
        assertThat(journal.countSetAside()).isEqualTo(1);
    }

    @Test
    void aManualRetryGivesOneMoreTry() {
        dieOver("file", "bomb");
        dieOver("file", "bomb");
        handle("file", "bomb");
        dieOver("file", "bomb");
        handle("file", "bomb");
        assertThat(setAside).containsExactly("bomb", "bomb");
    }

    @Test
    void aSuccessfulTaskIsNoLongerASuspect() {
        dieOver("file", "cat");
        handle("file", "cat");
        assertThat(journal.isSuspect("file", "cat")).isFalse();
        dieOver("file", "cat");
        handle("file", "cat");
        assertThat(done).containsExactly("cat", "cat");
        assertThat(setAside).isEmpty();
    }

    @Test
    void aTaskThatFailsByExceptionIsNotBlamed() {
        dieOver("file", "odd");
        assertThatThrownBy(() ->
                        journal.run(
                                "file",
                                "odd",
                                () -> {
                                    throw new IllegalStateException("odd");
                                },
                                () -> setAside.add("odd")))
                .hasMessage("odd");
        assertThat(journal.isSuspect("file", "odd")).isFalse();
    }

    @Test
    void theLargestBatchOfEnvelopesIsRecordedWhole() {
        var batch =
                LongStream.range(1_000_000_000L, 1_000_001_000L).mapToObj(Long::toString).toList();
        dieTogether(batch);
        assertThat(batch).allMatch(one -> journal.isSuspect("envelope", one));
    }

    /// An operator kills the server again and again while much work is in progress.
    @Test
    void harmlessTasksAreNotSetAside() {
        var batch = List.of("1", "2", "3", "4", "5");
        for (var kills = 0; kills < 5; kills++) {
            dieTogether(batch);
        }
        assertThat(batch).allMatch(one -> journal.isSuspect("envelope", one));
        batch.forEach(one -> handle("envelope", one));
        assertThat(done).containsExactlyElementsOf(batch);
        assertThat(setAside).isEmpty();
        assertThat(jdbc.sql("select count(*) from crash_suspect").query(Long.class).single())
                .isZero();
    }

    @Test
    void oneOfManyIsFoundByProcessingThemAlone() {
        dieTogether(List.of("1", "2", "3"));
        handle("envelope", "1");
        dieOver("envelope", "2");
        handle("envelope", "3");
        dieOver("envelope", "2");
        handle("envelope", "2");
        assertThat(done).containsExactly("1", "3");
        assertThat(setAside).containsExactly("2");
    }

    @Test
    void aCrashCountsOnceHoweverOftenItIsRead() {
        dieOver("file", "bomb");
        dieOver("file", "bomb", 3);
        assertThat(jdbc.sql("select strikes from crash_suspect").query(Integer.class).single())
                .isEqualTo(2);
    }

    @Test
    void anOrderlyStopIsNoCrash() {
        die(() -> journal.run("file", "cat", CrashJournalTests::stopHere, () -> {}));
        journal.stop();
        journal = anotherProcess();
        assertThat(journal.isSuspect("file", "cat")).isFalse();
    }

    /// Its rounds, if they record nothing more specific.
    @Test
    void aPumpThatCrashesTheServerPauses() {
        for (var deaths = 0; deaths < 2; deaths++) {
            die(() -> journal.round("routing", CrashJournalTests::stopRound));
            journal = anotherProcess();
        }
        assertThat(journal.round("routing", () -> done.add("round"))).isFalse();
        assertThat(journal.round("routing", () -> done.add("round"))).isFalse();
        assertThat(done).isEmpty();
    }

    @Test
    void aPumpsTaskIsBlamedInsteadOfThePump() {
        die(() ->
                journal.round(
                        "files",
                        () -> {
                            journal.run("file", "bomb", CrashJournalTests::stopHere, () -> {});
                            return true;
                        }));
        journal = anotherProcess();
        assertThat(journal.isSuspect("file", "bomb")).isTrue();
        assertThat(journal.isSuspect(CrashJournal.PUMP, "files")).isFalse();
    }

    @Test
    void aPumpKeepsWorkingWithTheJournal() {
        var pump = new Pump("files", Duration.ofHours(1), () -> false);
        new CrashJournal(
                        folder.resolve("other"),
                        new CrashSuspects(jdbc, Clock.systemUTC()),
                        List.of(pump))
                .start();
        pump.start();
        pump.stop();
        assertThat(pump.isRunning()).isFalse();
    }

    private void handle(String kind, String key) {
        journal.run(kind, key, () -> done.add(key), () -> setAside.add(key));
    }

    private void dieOver(String kind, String key) {
        dieOver(kind, key, 1);
    }

    private void dieOver(String kind, String key, int readings) {
        die(() -> journal.run(kind, key, CrashJournalTests::stopHere, () -> {}));
        for (var reading = 1; reading < readings; reading++) {
            var file = left();
            new CrashSuspects(jdbc, Clock.systemUTC())
                    .addStrikes(file.processId(), file.inProgress());
        }
        journal = anotherProcess();
    }

    private void dieTogether(List<String> keys) {
        die(() -> journal.runTogether("envelope", keys, CrashJournalTests::stopHere));
        journal = anotherProcess();
    }

    private CrashJournalFile left() {
        try {
            return CrashJournalFile.open(folder.resolve("in-hand"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// A thread that never ends, as in a process that was killed.
    private static void die(Runnable work) {
        var dying = Thread.ofVirtual().start(work);
        await().until(() -> dying.getState() == Thread.State.WAITING);
    }

    private static void stopHere() {
        LockSupport.park();
    }

    private static boolean stopRound() {
        stopHere();
        return true;
    }

    private CrashJournal anotherProcess() {
        var next =
                new CrashJournal(
                        folder.resolve("in-hand"),
                        new CrashSuspects(jdbc, Clock.systemUTC()),
                        List.of());
        next.start();
        return next;
    }
}
