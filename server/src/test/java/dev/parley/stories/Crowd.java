package dev.parley.stories;

import dev.parley.testing.Simulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// Many people who use one page at a steady rate, whatever happens to the server: mostly they
/// write, and now and then they send a sticker or a place, press a button, and edit, unsend or
/// react.
final class Crowd implements AutoCloseable {
    private static final List<String> REACTIONS = List.of("love", "like", "smile", "wow", "sad");

    private final Simulator simulator;
    private final Random random;
    private final String page;
    private final List<String> people;
    private final List<String> texts = new ArrayList<>();
    private final AtomicInteger acts = new AtomicInteger();
    private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();

    Crowd(Simulator simulator, int size, long seed) {
        this.simulator = simulator;
        this.random = new Random(seed);
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

    void acts(int perSecond) {
        var pause = Duration.ofSeconds(1).dividedBy(perSecond).toMillis();
        var _ = pace.scheduleAtFixedRate(this::actOnce, 0, pause, TimeUnit.MILLISECONDS);
    }

    /// The number of actions so far.
    int acts() {
        return acts.get();
    }

    /// Stops. {@return the errors on its side}
    List<RuntimeException> stops() {
        close();
        return List.copyOf(failures);
    }

    private void actOnce() {
        try {
            switch (random.nextInt(20)) {
                case 0 -> sends("messages", Map.of("sticker", "like"));
                case 1 ->
                        sends("messages", Map.of("location", Map.of("lat", 25.03, "long", 121.56)));
                case 2 -> sends("postbacks", Map.of("title", "Opening hours", "payload", "HOURS"));
                case 3, 4 -> onAnEarlierText("edits", Map.of("text", "Edited " + acts.get()));
                case 5 -> onAnEarlierText("unsends", Map.of());
                case 6 -> reacts();
                default -> writes();
            }
            acts.incrementAndGet();
        } catch (RuntimeException failure) {
            failures.add(failure);
        }
    }

    private void writes() {
        texts.add(sends("messages", Map.of("text", "Question " + acts.get())));
    }

    private void reacts() {
        if (!texts.isEmpty()) {
            var mid = texts.get(random.nextInt(texts.size()));
            var reaction = REACTIONS.get(random.nextInt(REACTIONS.size()));
            act("reactions", Map.of("mid", mid, "reaction", reaction));
        }
    }

    /// Each text is edited or unsent at most once, because neither is possible indefinitely.
    private void onAnEarlierText(String kind, Map<String, Object> body) {
        if (!texts.isEmpty()) {
            var mid = texts.remove(random.nextInt(texts.size()));
            act(kind, with(body, Map.of("mid", mid)));
        }
    }

    /// {@return the mid of a new message by a random person}
    private String sends(String kind, Map<String, Object> body) {
        var person = people.get(random.nextInt(people.size()));
        return act(kind, with(body, Map.of("person", person, "page", page))).path("mid").asString();
    }

    private JsonNode act(String kind, Map<String, Object> body) {
        return simulator.post("/simulator/" + kind, body);
    }

    private static Map<String, Object> with(Map<String, Object> one, Map<String, Object> other) {
        var all = new HashMap<>(one);
        all.putAll(other);
        return all;
    }

    @Override
    public void close() {
        pace.close();
    }
}
