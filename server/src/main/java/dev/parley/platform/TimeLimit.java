package dev.parley.platform;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A question that may never be answered, asked so that nobody waits for it without limit. It is
/// asked once at a time, however many want to know.
public final class TimeLimit<T> {
    private final Supplier<T> question;
    private @Nullable CompletableFuture<T> asked;

    public TimeLimit(Supplier<T> question) {
        this.question = question;
    }

    /// {@return the answer; empty when it does not come in time, or the question fails}
    public Optional<T> answer(Duration within) {
        try {
            return Optional.of(ask().get(within.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private synchronized CompletableFuture<T> ask() {
        var open = asked;
        if (open == null || open.isDone()) {
            open = CompletableFuture.supplyAsync(question, Thread::startVirtualThread);
            asked = open;
        }
        return open;
    }
}
