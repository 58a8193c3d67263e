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

/// All attempts of apps to send a message, with their results.
@Component
public class SendAttempts implements Resettable {
    private static final int MOST = 20_000;

    /// An attempt. Without a mid and without a code, it never arrived.
    ///
    /// @param answered whether the app received the response
    public record SendAttempt(
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
        SendAttempt accepted(String as) {
            return new SendAttempt(at, app, page, psid, text, metadata, as, null, null, answered);
        }

        SendAttempt refused(GraphError error) {
            return new SendAttempt(
                    at, app, page, psid, text, metadata, null, error.code(), error.subcode(), true);
        }

        SendAttempt withResponse() {
            return new SendAttempt(at, app, page, psid, text, metadata, mid, code, subcode, true);
        }
    }

    private final Deque<SendAttempt> attempts = new ArrayDeque<>();
    private final SimulatedClock clock;

    SendAttempts(SimulatedClock clock) {
        this.clock = clock;
    }

    SendAttempt begin(Access access, Send send) {
        return new SendAttempt(
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

    synchronized void add(SendAttempt one) {
        attempts.add(one);
        if (attempts.size() > MOST) {
            attempts.remove();
        }
    }

    public synchronized List<SendAttempt> all() {
        return List.copyOf(attempts);
    }

    @Override
    public synchronized void reset() {
        attempts.clear();
    }
}
