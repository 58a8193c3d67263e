package dev.parley.desk;

import dev.parley.identity.UserId;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// The stream to one desk. Rings while an earlier one is under way gather, the same name once; a
/// slow desk delays nobody else, because each has a thread of its own.
final class Bell {
    private static final String BREATH = "";

    private final UserId user;
    private final boolean seesAll;
    private final SseEmitter emitter;
    private final Consumer<Bell> closed;
    private final Set<String> waiting = new LinkedHashSet<>();
    private final Semaphore rung = new Semaphore(0);
    private volatile boolean open = true;

    Bell(UserId user, boolean seesAll, SseEmitter emitter, Consumer<Bell> closed) {
        this.user = user;
        this.seesAll = seesAll;
        this.emitter = emitter;
        this.closed = closed;
    }

    UserId user() {
        return user;
    }

    boolean seesAll() {
        return seesAll;
    }

    void start() {
        Thread.ofVirtual().name("bell").start(this::run);
    }

    void ring(String name) {
        synchronized (waiting) {
            waiting.add(name);
        }
        rung.release();
    }

    void breathe() {
        ring(BREATH);
    }

    void close() {
        if (open) {
            open = false;
            rung.release();
            emitter.complete();
            closed.accept(this);
        }
    }

    private void run() {
        try {
            send(SseEmitter.event().comment("here"));
            while (open) {
                rung.acquire();
                rung.drainPermits();
                for (var name : taken()) {
                    send(event(name));
                }
            }
        } catch (IOException | IllegalStateException _) {
            close();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Set<String> taken() {
        synchronized (waiting) {
            var taken = new LinkedHashSet<>(waiting);
            waiting.clear();
            return taken;
        }
    }

    private void send(SseEmitter.SseEventBuilder event) throws IOException {
        if (open) {
            emitter.send(event);
        }
    }

    private static SseEmitter.SseEventBuilder event(String name) {
        return name.equals(BREATH)
                ? SseEmitter.event().comment("still here")
                : SseEmitter.event().name("changed").data(name);
    }
}
