package dev.parley.desk;

import dev.parley.identity.Role;
import dev.parley.identity.SignIns;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// The event stream to one desk. Events that occur while an earlier one is being sent are
/// collected, each name once; a slow desk does not delay others, because each has a thread of its
/// own. With the heartbeat, which contains the key of the stream's user, the page detects a
/// connection that is dead but was not closed.
final class EventStream {
    private static final String BEAT = "";

    private final SignedIn me;
    private final String session;
    private final SseEmitter emitter;
    private final Consumer<EventStream> closed;
    private final Set<String> waiting = new LinkedHashSet<>();
    private final Semaphore signal = new Semaphore(0);
    private volatile boolean open = true;

    EventStream(SignedIn me, String session, SseEmitter emitter, Consumer<EventStream> closed) {
        this.me = me;
        this.session = session;
        this.emitter = emitter;
        this.closed = closed;
    }

    UserId user() {
        return me.userId();
    }

    boolean seesAll() {
        return me.is(Role.SUPERVISOR) || me.is(Role.ADMINISTRATOR);
    }

    boolean isStillAllowed(SignIns signIns) {
        return signIns.isActive(me, session);
    }

    void start() {
        Thread.ofVirtual().name("event-stream").start(this::run);
    }

    void send(String name) {
        synchronized (waiting) {
            waiting.add(name);
        }
        signal.release();
    }

    void heartbeat() {
        send(BEAT);
    }

    void close() {
        if (open) {
            open = false;
            signal.release();
            emitter.complete();
            closed.accept(this);
        }
    }

    private void run() {
        try {
            send(event(BEAT));
            while (open) {
                signal.acquire();
                signal.drainPermits();
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

    private SseEmitter.SseEventBuilder event(String name) {
        return name.equals(BEAT)
                ? SseEmitter.event().name("beat").data(me.key())
                : SseEmitter.event().name("changed").data(name);
    }
}
