package dev.parley.simulator.graph;

import dev.parley.simulator.world.Resettable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The latest calls to Graph, oldest first, with tokens masked.
@Component
public class CallLog implements Resettable {
    private static final int MOST = 500;

    /// One call and its response; status 0 if the connection was cut.
    public record Call(
            long at,
            String method,
            String path,
            @Nullable String query,
            @Nullable Object body,
            int status,
            long millis,
            @Nullable String error) {}

    private final Deque<Call> calls = new ArrayDeque<>();

    synchronized void add(Call call) {
        calls.add(call);
        if (calls.size() > MOST) {
            calls.remove();
        }
    }

    public synchronized List<Call> all() {
        return List.copyOf(calls);
    }

    @Override
    public synchronized void reset() {
        calls.clear();
    }
}
