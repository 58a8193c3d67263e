package dev.parley.platform;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A call that may never return, made with a time limit. It runs once at a time, however many
/// callers wait for it.
public final class TimeLimit<T> {
    private final Supplier<T> call;
    private @Nullable CompletableFuture<T> running;

    public TimeLimit(Supplier<T> call) {
        this.call = call;
    }

    /// {@return the result; empty if it does not arrive in time, or the call fails}
    public Optional<T> answer(Duration within) {
        try {
            return Optional.of(start().get(within.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private synchronized CompletableFuture<T> start() {
        var open = running;
        if (open == null || open.isDone()) {
            open = CompletableFuture.supplyAsync(call, Thread::startVirtualThread);
            running = open;
        }
        return open;
    }
}
