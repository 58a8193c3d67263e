package dev.parley.simulator.graph.send;

import dev.parley.simulator.graph.GraphError;
import dev.parley.simulator.graph.Redaction;
import dev.parley.simulator.world.Access;
import dev.parley.simulator.world.Resettable;
import dev.parley.simulator.world.SimulatedClock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Every message that an app tried to send, whatever became of it.
@Component
public class SendAttempts implements Resettable {
    private static final int MOST = 20_000;

    /// One of them. Without a mid and without a code it never arrived.
    ///
    /// @param answered whether the app received the response
    public record Try(
            long at,
            String app,
            String page,
            String psid,
            @Nullable String text,
            @Nullable String metadata,
            @Nullable String mid,
            @Nullable Integer code,
            @Nullable Integer subcode,
            boolean answered) {
        Try accepted(String as) {
            return new Try(at, app, page, psid, text, metadata, as, null, null, answered);
        }

        Try refused(GraphError error) {
            return new Try(
                    at, app, page, psid, text, metadata, null, error.code(), error.subcode(), true);
        }

        Try told() {
            return new Try(at, app, page, psid, text, metadata, mid, code, subcode, true);
        }
    }

    private final Deque<Try> tries = new ArrayDeque<>();
    private final SimulatedClock clock;

    SendAttempts(SimulatedClock clock) {
        this.clock = clock;
    }

    Try begin(Access access, Send send) {
        return new Try(
                clock.millis(),
                access.app().id(),
                access.page().id(),
                Redaction.cut(send.psid()),
                send.text() == null ? null : Redaction.cut(send.text()),
                send.metadata() == null ? null : Redaction.cut(send.metadata()),
                null,
                null,
                null,
                false);
    }

    synchronized void add(Try one) {
        tries.add(one);
        if (tries.size() > MOST) {
            tries.remove();
        }
    }

    public synchronized List<Try> all() {
        return List.copyOf(tries);
    }

    @Override
    public synchronized void reset() {
        tries.clear();
    }
}
