package dev.parley.simulator.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.parley.simulator.world.Page;
import dev.parley.simulator.world.Person;
import java.util.ArrayList;
import java.util.List;

/// One webhook on its way: the bytes, and every attempt to bring them.
public final class Delivery {
    /// Where it stands.
    public enum State {
        PENDING,
        DELIVERED,
        HELD,
        FAILED
    }

    private final String id;
    private final Page page;
    private final Person person;
    private final String field;
    private final byte[] body;
    private final List<Attempt> attempts = new ArrayList<>();
    private State state = State.PENDING;
    private int onTheWay;

    Delivery(String id, Page page, Person person, String field, byte[] body) {
        this.id = id;
        this.page = page;
        this.person = person;
        this.field = field;
        this.body = body;
    }

    public String id() {
        return id;
    }

    public Page page() {
        return page;
    }

    public Person person() {
        return person;
    }

    public String field() {
        return field;
    }

    byte[] bytes() {
        return body;
    }

    public String text() {
        return new String(body, US_ASCII);
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

    synchronized void tried(Attempt attempt) {
        attempts.add(attempt);
    }

    synchronized void arrived() {
        onTheWay--;
        state = onTheWay > 0 ? State.PENDING : State.DELIVERED;
    }

    synchronized void fail() {
        onTheWay--;
        state = State.FAILED;
    }
}
