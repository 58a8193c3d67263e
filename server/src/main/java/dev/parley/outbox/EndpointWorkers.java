package dev.parley.outbox;

import dev.parley.channel.Endpoint;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Runs the tasks of this node, with a limited number at once for each endpoint, so that a slow
/// endpoint does not block the tasks of others.
final class EndpointWorkers implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(EndpointWorkers.class);
    private static final Duration LONGEST_END = Duration.ofSeconds(15);

    private final String name;
    private final Map<Endpoint, Integer> busy = new HashMap<>();
    private volatile boolean running;

    EndpointWorkers(String name) {
        this.name = name;
    }

    /// {@return the number of free workers, for each endpoint with a running task or in `known`}
    ///
    /// @param allowed how many tasks may run at once for an endpoint
    synchronized Map<Endpoint, Integer> free(
            Iterable<Endpoint> known, ToIntFunction<Endpoint> allowed) {
        var free = new HashMap<Endpoint, Integer>();
        known.forEach(one -> free.put(one, 0));
        busy.keySet().forEach(one -> free.put(one, 0));
        free.replaceAll(
                (one, _) -> Math.max(0, allowed.applyAsInt(one) - busy.getOrDefault(one, 0)));
        return free;
    }

    synchronized Set<Endpoint> busyEndpoints() {
        return Set.copyOf(busy.keySet());
    }

    void begin(Endpoint endpoint, Runnable task, Runnable afterwards) {
        count(endpoint, 1);
        Thread.ofVirtual()
                .name(name)
                .start(() -> {
                    try {
                        task.run();
                    } catch (RuntimeException failure) {
                        log.error("A task for endpoint {} failed", endpoint.id(), failure);
                    } finally {
                        count(endpoint, -1);
                        afterwards.run();
                    }
                });
    }

    private synchronized void count(Endpoint endpoint, int by) {
        busy.merge(endpoint, by, Integer::sum);
        busy.remove(endpoint, 0);
        notifyAll();
    }

    @Override
    public void start() {
        running = true;
    }

    /// Waits for running tasks, so that the database is not closed before they end.
    @Override
    public synchronized void stop() {
        running = false;
        var left = LONGEST_END.toMillis();
        while (!busy.isEmpty() && left > 0) {
            try {
                wait(500);
                left -= 500;
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Stops after the pump that starts tasks.
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 1;
    }
}
