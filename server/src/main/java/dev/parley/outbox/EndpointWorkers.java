package dev.parley.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Who does the errands of this node: so many at once for each page and no more, so that a page
/// that answers slowly keeps nobody from working for another.
final class EndpointWorkers implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(EndpointWorkers.class);
    private static final Duration LONGEST_END = Duration.ofSeconds(15);

    private final String name;
    private final Map<SendingEndpoint, Integer> busy = new HashMap<>();
    private volatile boolean running;

    EndpointWorkers(String name) {
        this.name = name;
    }

    /// {@return how many are free, of the pages of which somebody is at work or that are known
    /// otherwise}
    ///
    /// @param allowed how many may be at it for a page
    synchronized Map<SendingEndpoint, Integer> free(
            Iterable<SendingEndpoint> known, ToIntFunction<SendingEndpoint> allowed) {
        var free = new HashMap<SendingEndpoint, Integer>();
        known.forEach(one -> free.put(one, 0));
        busy.keySet().forEach(one -> free.put(one, 0));
        free.replaceAll(
                (one, _) -> Math.max(0, allowed.applyAsInt(one) - busy.getOrDefault(one, 0)));
        return free;
    }

    synchronized Set<String> busyPages() {
        return busy.keySet().stream().map(SendingEndpoint::page).collect(Collectors.toSet());
    }

    void begin(SendingEndpoint sender, Runnable errand, Runnable afterwards) {
        count(sender, 1);
        Thread.ofVirtual()
                .name(name)
                .start(() -> {
                    try {
                        errand.run();
                    } catch (RuntimeException failure) {
                        log.error("An errand for page {} failed", sender.page(), failure);
                    } finally {
                        count(sender, -1);
                        afterwards.run();
                    }
                });
    }

    private synchronized void count(SendingEndpoint sender, int by) {
        busy.merge(sender, by, Integer::sum);
        busy.remove(sender, 0);
        notifyAll();
    }

    @Override
    public void start() {
        running = true;
    }

    /// Waits for what is under way, so that nobody shuts the database under it.
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

    /// After the pump that begins errands.
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 1;
    }
}
