package dev.parley.inbox;

import dev.parley.channel.Address;
import dev.parley.platform.DatabaseOutage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;

/// Stores what channels deliver before it is processed.
///
/// Accepting is idempotent, so a channel may deliver the same event several times. Writes are
/// grouped automatically: the writer takes all deliveries that were queued during its last commit.
/// There is no timer, so a single message is written without delay.
public final class Inbox implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Inbox.class);
    private static final int LARGEST_GROUP = 500;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    private final Envelopes envelopes;
    private final DeadLetters deadLetters;
    private final RefusedDeliveries refusals;
    private final Backlog backlog;
    private final Runnable nudge;
    private final BlockingQueue<Delivery> queue;
    private volatile boolean running;

    Inbox(
            Envelopes envelopes,
            DeadLetters deadLetters,
            RefusedDeliveries refusals,
            InboxSettings settings,
            Backlog backlog,
            Runnable nudge) {
        this.envelopes = envelopes;
        this.deadLetters = deadLetters;
        this.refusals = refusals;
        this.backlog = backlog;
        this.nudge = nudge;
        this.queue = new ArrayBlockingQueue<>(settings.queue());
    }

    /// Returns when these envelopes are on disk, as [#submit] says.
    ///
    /// @throws InboxFull when they could not be stored, or it is not known whether they were
    public void accept(List<Envelope> delivered) {
        try {
            submit(delivered).join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof InboxFull full ? full : failure;
        }
    }

    /// {@return completed when these envelopes are on disk; failed with [InboxFull] when they could
    /// not be stored, or it is not known whether they were} One that the database refuses is stored
    /// as a dead letter, and does not affect others.
    public CompletableFuture<@Nullable Void> submit(List<Envelope> delivered) {
        if (delivered.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        var delivery = new Delivery(delivered, new CompletableFuture<>());
        if (!running || !queue.offer(delivery)) {
            return CompletableFuture.failedFuture(refused("The inbox is full"));
        }
        return delivery.stored
                .orTimeout(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)
                .handle((_, failure) -> {
                    if (failure != null) {
                        queue.remove(delivery);
                        throw refused("The inbox could not write: " + failure);
                    }
                    return null;
                });
    }

    private InboxFull refused(String why) {
        refusals.add();
        return new InboxFull(why);
    }

    /// {@return those of these that were never accepted}
    public List<Envelope> missing(List<Envelope> found) {
        return envelopes.missing(found);
    }

    /// {@return whether something of this person was accepted, and is not processed yet}
    public boolean isWaiting(Address address) {
        return envelopes.isWaiting(address);
    }

    private void write() {
        while (running || !queue.isEmpty()) {
            try {
                var first = queue.poll(200, TimeUnit.MILLISECONDS);
                if (first != null) {
                    backlog.awaitRoom();
                    store(group(first));
                }
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private List<Delivery> group(Delivery first) {
        var group = new ArrayList<Delivery>();
        group.add(first);
        queue.drainTo(group, LARGEST_GROUP - 1);
        return group;
    }

    private void store(List<Delivery> group) {
        var failure = tryToStore(group.stream().flatMap(one -> one.envelopes.stream()).toList());
        if (failure == null) {
            group.forEach(one -> one.stored.complete(null));
        } else if (DatabaseOutage.is(failure)) {
            // Without the stack trace: this is logged for each delivery until the database is back.
            var cause = NestedExceptionUtils.getMostSpecificCause(failure);
            log.error("{} deliveries could not be stored: {}", group.size(), cause.getMessage());
            group.forEach(one -> one.stored.completeExceptionally(failure));
        } else {
            group.forEach(this::storeIndividually);
        }
        nudge.run();
    }

    private void storeIndividually(Delivery delivery) {
        try {
            storeIndividually(delivery.envelopes);
            delivery.stored.complete(null);
        } catch (RuntimeException failure) {
            log.error("A delivery could not be stored", failure);
            delivery.stored.completeExceptionally(failure);
        }
    }

    /// Bisects, so that a single refused envelope among many is found quickly.
    private void storeIndividually(List<Envelope> some) {
        var failure = tryToStore(some);
        if (failure == null) {
            return;
        }
        if (DatabaseOutage.is(failure)) {
            throw failure;
        }
        if (some.size() == 1) {
            log.error("The database refused an event, which was stored as a dead letter", failure);
            deadLetters.addRefused(some.getFirst(), failure);
            return;
        }
        storeIndividually(some.subList(0, some.size() / 2));
        storeIndividually(some.subList(some.size() / 2, some.size()));
    }

    private @Nullable RuntimeException tryToStore(List<Envelope> all) {
        try {
            envelopes.add(all);
            return null;
        } catch (RuntimeException failure) {
            return failure;
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().daemon().name("inbox-writer").start(this::write);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private record Delivery(List<Envelope> envelopes, CompletableFuture<@Nullable Void> stored) {}
}
