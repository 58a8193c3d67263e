package dev.parley.platform.database;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/// The embedded PostgreSQL, being started by a thread of its own.
final class EarlyPostgres {
    private final CompletableFuture<EmbeddedPostgres> started = new CompletableFuture<>();
    private volatile boolean taken;

    EarlyPostgres(Supplier<EmbeddedPostgres> start) {
        Thread.ofPlatform()
                .daemon()
                .name("postgres-start")
                .start(() -> started.completeAsync(start, Runnable::run));
    }

    /// {@return PostgreSQL, once it accepts connections; the caller closes it}
    ///
    /// @throws dev.parley.platform.StartRefused if it cannot be started
    EmbeddedPostgres await() {
        try {
            var postgres = started.join();
            taken = true;
            return postgres;
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failure;
        }
    }

    /// Stops it, as soon as it is started, unless it was taken.
    void closeUnlessTaken() {
        if (taken) {
            return;
        }
        started.handle((postgres, _) -> postgres)
                .thenAccept(postgres -> {
                    if (postgres != null) {
                        postgres.close();
                    }
                })
                .join();
    }
}
