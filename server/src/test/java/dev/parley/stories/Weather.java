package dev.parley.stories;

import dev.parley.house.Simulator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// What goes wrong on Meta's side and on the way, changing at random: the switches of the
/// simulator's panel.
final class Weather implements AutoCloseable {
    private final Simulator simulator;
    private final Random random;
    private final Crowd crowd;
    private final Map<String, Integer> seen = new TreeMap<>();
    private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();

    Weather(Simulator simulator, Crowd crowd, long seed) {
        this.simulator = simulator;
        this.crowd = crowd;
        this.random = new Random(seed);
    }

    void changesEvery(Duration pause) {
        var _ =
                pace.scheduleWithFixedDelay(
                        this::change, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// From here on everything works. {@return what went wrong with making things go wrong}
    List<RuntimeException> clears() {
        close();
        release();
        for (var person : crowd.people()) {
            block(person, false);
        }
        simulator.clearFaults();
        return List.copyOf(failures);
    }

    /// How often there was which fault.
    Map<String, Integer> seen() {
        return Map.copyOf(seen);
    }

    private void change() {
        try {
            var fault = Fault.values()[random.nextInt(Fault.values().length)];
            seen.merge(fault.name(), 1, Integer::sum);
            bring(fault);
        } catch (RuntimeException failure) {
            failures.add(failure);
        }
    }

    private void bring(Fault fault) {
        switch (fault) {
            case CALM -> simulator.clearFaults();
            case TEMPORARY_ERROR -> simulator.refuseNext(some(3), 2, 0);
            case TOO_FAST -> simulator.refuseNext(some(2), 613, 0);
            case REFUSAL -> simulator.refuseNext(some(2), 100, 2018034);
            case CUT_BEFORE_ACCEPTING -> sends(Map.of("next", some(3), "cut", "before"));
            case CUT_AFTER_ACCEPTING -> sends(Map.of("next", some(3), "cut", "after"));
            case SLOW -> sends(Map.of("next", some(4), "delayMillis", 1000 + random.nextInt(4000)));
            case PROXY_PAGE -> sends(Map.of("next", some(3), "status", 502, "html", true));
            case DUPLICATES -> webhooks("duplicate", 5 + some(20));
            case WRONG_SIGNATURES -> webhooks("wrongSignature", some(5));
            case LOST_ON_THE_WAY -> webhooks("drop", some(3));
            case HELD_BACK -> simulator.post("/simulator/webhooks/hold", Map.of());
            case RELEASED -> release();
            case BLOCKED -> block(somebody(), true);
            case UNBLOCKED -> block(somebody(), false);
        }
    }

    private void sends(Map<String, Object> fault) {
        simulator.put("/simulator/faults", Map.of("sends", fault));
    }

    private void webhooks(String what, int count) {
        simulator.put("/simulator/faults", Map.of("webhooks", Map.of(what, count)));
    }

    private void release() {
        simulator.post(
                "/simulator/webhooks/release",
                Map.of("order", "shuffled", "times", some(2), "seed", random.nextInt(1000)));
    }

    private void block(String person, boolean blocked) {
        simulator.post(
                "/simulator/blocks",
                Map.of("person", person, "page", crowd.page(), "blocked", blocked));
    }

    private String somebody() {
        return crowd.people().get(random.nextInt(crowd.people().size()));
    }

    private int some(int most) {
        return 1 + random.nextInt(most);
    }

    @Override
    public void close() {
        pace.close();
    }

    private enum Fault {
        CALM,
        TEMPORARY_ERROR,
        TOO_FAST,
        REFUSAL,
        CUT_BEFORE_ACCEPTING,
        CUT_AFTER_ACCEPTING,
        SLOW,
        PROXY_PAGE,
        DUPLICATES,
        WRONG_SIGNATURES,
        LOST_ON_THE_WAY,
        HELD_BACK,
        RELEASED,
        BLOCKED,
        UNBLOCKED
    }
}
