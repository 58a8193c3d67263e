package dev.parley.simulator.graph;

import dev.parley.simulator.world.Page;
import dev.parley.simulator.world.Resettable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Rate limits of a page, in real time.
@Component
public class RateLimits implements Resettable {
    /// A kind of call that is counted separately, with Meta's limit.
    public enum Kind {
        TEXT(300, Duration.ofSeconds(1)),
        MEDIA(10, Duration.ofSeconds(1)),
        CONVERSATIONS(2, Duration.ofSeconds(1)),
        PROFILE(10, Duration.ofMinutes(10));

        private final int most;
        private final Duration within;

        Kind(int most, Duration within) {
            this.most = most;
            this.within = within;
        }
    }

    private record Counted(String page, Kind kind) {}

    private final Map<Counted, Deque<Long>> calls = new HashMap<>();
    private final Map<Kind, Integer> limits = new EnumMap<>(Kind.class);

    @Override
    public synchronized void reset() {
        calls.clear();
        limits.clear();
    }

    public synchronized Map<Kind, Integer> limits() {
        var all = new EnumMap<Kind, Integer>(Kind.class);
        for (var kind : Kind.values()) {
            all.put(kind, most(kind));
        }
        return all;
    }

    public synchronized void limit(Kind kind, int most) {
        limits.put(kind, most);
    }

    /// {@return false if the limit is reached; the call is not counted then}
    public synchronized boolean tryAcquire(Page page, Kind kind) {
        var counted = counted(page, kind);
        if (counted.size() >= most(kind)) {
            return false;
        }
        counted.add(System.nanoTime());
        return true;
    }

    /// {@return the highest usage of the page's counters, in percent}
    synchronized int percent(Page page) {
        var fullest = 0;
        for (var kind : Kind.values()) {
            var most = Math.max(1, most(kind));
            fullest = Math.max(fullest, 100 * counted(page, kind).size() / most);
        }
        return fullest;
    }

    private int most(Kind kind) {
        return limits.getOrDefault(kind, kind.most);
    }

    private Deque<Long> counted(Page page, Kind kind) {
        var counted = calls.computeIfAbsent(new Counted(page.id(), kind), _ -> new ArrayDeque<>());
        var since = System.nanoTime() - kind.within.toNanos();
        while (!counted.isEmpty() && counted.peek() < since) {
            counted.remove();
        }
        return counted;
    }
}
