package dev.parley.simulator.control;

import dev.parley.simulator.world.StateChanged;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter.DataWithMediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Reports changes of state to open pages. The same change is reported once within 50 ms, however
/// often it happens.
@Component
class Stream implements SmartLifecycle {
    private final Set<SseEmitter> open = ConcurrentHashMap.newKeySet();
    private final Set<StateChanged> waiting = new LinkedHashSet<>();
    private volatile boolean running;

    /// The first line is sent immediately so that the page knows that it is connected.
    SseEmitter open() {
        var emitter = new SseEmitter(0L);
        emitter.onCompletion(() -> open.remove(emitter));
        emitter.onError(_ -> open.remove(emitter));
        trySend(emitter, SseEmitter.event().comment("welcome").build());
        open.add(emitter);
        return emitter;
    }

    @EventListener
    void on(StateChanged change) {
        synchronized (waiting) {
            waiting.add(change);
        }
    }

    @Scheduled(fixedDelayString = "PT0.05S")
    void flush() {
        for (var change : taken()) {
            send(SseEmitter.event().data(change, MediaType.APPLICATION_JSON));
        }
    }

    /// Proxies close idle connections.
    @Scheduled(fixedRateString = "PT15S")
    void keepAlive() {
        send(SseEmitter.event().comment("keep-alive"));
    }

    private Set<StateChanged> taken() {
        synchronized (waiting) {
            var all = new LinkedHashSet<>(waiting);
            waiting.clear();
            return all;
        }
    }

    private void send(SseEmitter.SseEventBuilder event) {
        var parts = event.build();
        open.removeIf(emitter -> !trySend(emitter, parts));
    }

    private static boolean trySend(SseEmitter emitter, Set<DataWithMediaType> parts) {
        try {
            emitter.send(parts);
            return true;
        } catch (IOException | IllegalStateException _) {
            return false;
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /// Completes all streams first; otherwise the web server would wait for streams that never end.
    @Override
    public void stop() {
        running = false;
        open.forEach(SseEmitter::complete);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
