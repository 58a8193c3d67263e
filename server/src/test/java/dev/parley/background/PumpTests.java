package dev.parley.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.transaction.CannotCreateTransactionException;

/// What a pump writes into the log when its work fails.
@ExtendWith(OutputCaptureExtension.class)
class PumpTests {
    private static final String TRACE = "\tat ";

    @Test
    void anOutageOfTheDatabaseTakesOneLine(CapturedOutput log) {
        fails(new CannotCreateTransactionException("No connection"), log);
        assertThat(log).contains("the database does not answer: No connection");
        assertThat(log).doesNotContain(TRACE);
    }

    @Test
    void anyOtherFailureIsTraced(CapturedOutput log) {
        fails(new IllegalStateException("A mistake"), log);
        assertThat(log).contains("A mistake").contains(TRACE);
    }

    @Test
    void aDeadlockIsTraced(CapturedOutput log) {
        fails(new CannotAcquireLockException("Deadlock"), log);
        assertThat(log).contains("Deadlock").contains(TRACE);
    }

    @Test
    void aNudgeDuringTheLastLookIsNotLost() throws InterruptedException {
        var looks = new Semaphore(0);
        var go = new Semaphore(0);
        var pump =
                new Pump(
                        "sample",
                        Duration.ofHours(1),
                        2,
                        () -> {
                            looks.release();
                            go.acquireUninterruptibly();
                            return false;
                        });
        pump.start();
        try {
            pump.nudgeOne();
            looks.acquire();
            pump.nudgeOne();
            go.release();
            looks.acquire();
            assertThat(looks.tryAcquire()).as("two threads at once").isFalse();
        } finally {
            go.release(10);
            pump.stop();
        }
    }

    @Test
    void otherThreadsHelpWhenThereIsMuch() {
        var threads = ConcurrentHashMap.<Thread>newKeySet();
        var pump =
                new Pump(
                        "sample",
                        Duration.ofHours(1),
                        2,
                        () -> {
                            threads.add(Thread.currentThread());
                            return threads.size() < 2;
                        },
                        () -> true);
        pump.start();
        try {
            pump.nudgeOne();
            await().until(() -> threads.size() == 2);
        } finally {
            pump.stop();
        }
    }

    private static void fails(RuntimeException failure, CapturedOutput log) {
        var pump =
                new Pump(
                        "sample",
                        Duration.ofMillis(10),
                        () -> {
                            throw failure;
                        });
        pump.start();
        try {
            await().until(() -> log.toString().contains("Pump sample"));
        } finally {
            pump.stop();
        }
    }
}
