package dev.parley.stories;

import dev.parley.house.Simulator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Many people who write to one page at a steady pace, whatever becomes of the server.
final class Crowd implements AutoCloseable {
    private final Simulator simulator;
    private final String page;
    private final List<String> people;
    private final AtomicInteger written = new AtomicInteger();
    private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();

    Crowd(Simulator simulator, int size) {
        this.simulator = simulator;
        this.page = simulator.state().path("pages").path(0).path("id").asString();
        this.people =
                IntStream.rangeClosed(1, size)
                        .mapToObj(number -> Map.of("name", "Person " + number))
                        .map(named -> simulator.post("/simulator/people", named))
                        .map(person -> person.path("id").asString())
                        .toList();
    }

    String page() {
        return page;
    }

    List<String> people() {
        return people;
    }

    void writes(int perSecond) {
        var pause = Duration.ofSeconds(1).dividedBy(perSecond).toMillis();
        var _ = pace.scheduleAtFixedRate(this::writeOne, 0, pause, TimeUnit.MILLISECONDS);
    }

    int written() {
        return written.get();
    }

    /// Says no more. {@return what went wrong on its side}
    List<RuntimeException> fallsSilent() {
        close();
        return List.copyOf(failures);
    }

    private void writeOne() {
        var number = written.get();
        try {
            simulator.post(
                    "/simulator/messages",
                    Map.of(
                            "person",
                            people.get(number % people.size()),
                            "page",
                            page,
                            "text",
                            "Question " + number));
            written.incrementAndGet();
        } catch (RuntimeException failure) {
            failures.add(failure);
        }
    }

    @Override
    public void close() {
        pace.close();
    }
}
