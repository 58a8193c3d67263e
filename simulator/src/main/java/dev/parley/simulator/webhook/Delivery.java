package dev.parley.simulator.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// A webhook: its bytes, and every attempt to deliver them.
public final class Delivery {
    /// The state of the delivery.
    public enum State {
        PENDING,
        DELIVERED,
        HELD,
        FAILED,
        /// Lost, as if it had been acknowledged.
        DROPPED
    }

    private final String id;
    private final List<AppEvent> appEvents;
    private final byte[] body;
    private final CompletableFuture<State> settled = new CompletableFuture<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private State state = State.PENDING;
    private int inProgress;

    Delivery(String id, List<AppEvent> appEvents, byte[] body) {
        this.id = id;
        this.appEvents = appEvents.stream().map(AppEvent::withoutContent).toList();
        this.body = body;
    }

    public String id() {
        return id;
    }

    /// {@return the events in it, usually one, without their content}
    public List<AppEvent> appEvents() {
        return appEvents;
    }

    public AppEvent first() {
        return appEvents.getFirst();
    }

    /// {@return the key of its queue: webhooks of one person are delivered in order}
    String queueKey() {
        return "%s %s %s".formatted(first().app().id(), first().page().id(), first().psid());
    }

    /// {@return its final state}
    CompletableFuture<State> settled() {
        return settled;
    }

    byte[] bytes() {
        return body;
    }

    public String text() {
        return new String(body, UTF_8);
    }

    public String signature(String secret) {
        return Signature.sha256(secret, body);
    }

    public synchronized State state() {
        return state;
    }

    public synchronized List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    synchronized void hold() {
        state = State.HELD;
    }

    synchronized void start() {
        inProgress++;
        state = State.PENDING;
    }

    synchronized void drop() {
        state = State.DROPPED;
        settled.complete(State.DROPPED);
    }

    synchronized void add(Attempt attempt) {
        attempts.add(attempt);
    }

    synchronized void succeed() {
        inProgress--;
        state = inProgress > 0 ? State.PENDING : State.DELIVERED;
        settled.complete(State.DELIVERED);
    }

    synchronized void fail() {
        inProgress--;
        state = State.FAILED;
        settled.complete(State.FAILED);
    }
}
