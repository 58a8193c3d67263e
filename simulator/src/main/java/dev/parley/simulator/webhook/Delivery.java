package dev.parley.simulator.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// One webhook on its way: the bytes, and every attempt to bring them.
public final class Delivery {
    /// The state of the delivery.
    public enum State {
        PENDING,
        DELIVERED,
        HELD,
        FAILED,
        /// Lost on the way, as if it had been acknowledged.
        DROPPED
    }

    private final String id;
    private final List<AppEvent> notices;
    private final byte[] body;
    private final CompletableFuture<State> settled = new CompletableFuture<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private State state = State.PENDING;
    private int onTheWay;

    Delivery(String id, List<AppEvent> notices, byte[] body) {
        this.id = id;
        this.notices = List.copyOf(notices);
        this.body = body;
    }

    public String id() {
        return id;
    }

    /// {@return the events in it, usually one}
    public List<AppEvent> notices() {
        return notices;
    }

    public AppEvent first() {
        return notices.getFirst();
    }

    /// {@return what must come one after the other: all that concerns one person}
    String lane() {
        return "%s %s %s".formatted(first().app().id(), first().page().id(), first().psid());
    }

    /// {@return what became of it in the end}
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

    synchronized void setOut() {
        onTheWay++;
        state = State.PENDING;
    }

    synchronized void lose() {
        state = State.DROPPED;
        settled.complete(State.DROPPED);
    }

    synchronized void tried(Attempt attempt) {
        attempts.add(attempt);
    }

    synchronized void arrived() {
        onTheWay--;
        state = onTheWay > 0 ? State.PENDING : State.DELIVERED;
        settled.complete(State.DELIVERED);
    }

    synchronized void fail() {
        onTheWay--;
        state = State.FAILED;
        settled.complete(State.FAILED);
    }
}
