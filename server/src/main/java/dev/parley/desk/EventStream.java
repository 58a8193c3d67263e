package dev.parley.desk;

import dev.parley.identity.Role;
import dev.parley.identity.SignIns;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// The event stream to one browser. Events that occur while an earlier one is being sent are
/// collected, each name once, and sent together. Only the stream's own thread writes, so that a
/// slow browser delays nobody else. With the heartbeat, which contains the key of the stream's
/// user, the page detects a connection that is dead but was not closed.
final class EventStream {
    private static final String BEAT = "";

    private final SignedIn me;
    private final String session;
    private final SseEmitter emitter;
    private final Consumer<EventStream> closed;
    private final PendingEvents pending = new PendingEvents();
    private final Semaphore signal = new Semaphore(0);
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final Thread writer;

    EventStream(SignedIn me, String session, SseEmitter emitter, Consumer<EventStream> closed) {
        this.me = me;
        this.session = session;
        this.emitter = emitter;
        this.closed = closed;
        this.writer = Thread.ofVirtual().name("event-stream").unstarted(this::run);
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
        heartbeat();
        writer.start();
    }

    void heartbeat() {
        send(Set.of(BEAT), Set.of());
    }

    /// @param soon the events of lists, which may be delayed by a second
    void send(Set<String> now, Set<String> soon) {
        if (pending.add(now, soon)) {
            signal.release();
        }
    }

    /// Never waits: a writer that is held up by a slow browser is interrupted.
    @SuppressWarnings("Interruption") // of a thread that belongs to this stream alone
    void close() {
        if (open.compareAndSet(true, false)) {
            closed.accept(this);
            writer.interrupt();
        }
    }

    private void run() {
        try {
            while (open.get()) {
                send(pending.take(System.nanoTime()));
                signal.drainPermits();
                var _ = signal.tryAcquire(pending.delay(System.nanoTime()), TimeUnit.NANOSECONDS);
            }
        } catch (IOException | IllegalStateException _) {
            // The browser has closed the connection.
        } catch (InterruptedException _) {
            // The stream was closed.
        } finally {
            close();
            var _ = Thread.interrupted();
            emitter.complete();
        }
    }

    private void send(Set<String> names) throws IOException {
        if (names.remove(BEAT)) {
            emitter.send(SseEmitter.event().name("beat").data(me.key()));
        }
        if (!names.isEmpty()) {
            emitter.send(SseEmitter.event().name("changed").data(String.join("\n", names)));
        }
    }
}
