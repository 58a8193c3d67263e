package dev.parley.simulator.fault;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Everything that is set to go wrong now. Counted faults are used up by what they hit.
@Component
public class Faults {
    private final Deque<PlannedFaults> sends = new ArrayDeque<>();
    private final Map<WebhookFault, Integer> webhooks = new EnumMap<>(WebhookFault.class);
    private Switches switches = Switches.AT_START;

    public synchronized void clear() {
        sends.clear();
        webhooks.clear();
        switches = Switches.AT_START;
    }

    public synchronized Switches switches() {
        return switches;
    }

    public synchronized void turn(Switches now) {
        switches = now;
    }

    public synchronized List<PlannedFaults> sends() {
        return List.copyOf(sends);
    }

    public synchronized void plan(List<PlannedFaults> faults) {
        sends.clear();
        faults.stream().filter(some -> some.next() > 0).forEach(sends::add);
    }

    public synchronized int left(WebhookFault fault) {
        return webhooks.getOrDefault(fault, 0);
    }

    public synchronized void plan(WebhookFault fault, int next) {
        webhooks.put(fault, Math.max(0, next));
    }

    /// {@return what hits this send, if anything}
    public synchronized Optional<SendFault> hitSend() {
        var head = sends.poll();
        if (head == null) {
            return Optional.empty();
        }
        if (head.next() > 1) {
            sends.addFirst(head.oneLess());
        }
        return Optional.of(head.fault());
    }

    /// {@return whether this fault hits this webhook}
    public synchronized boolean hits(WebhookFault fault) {
        var left = left(fault);
        webhooks.put(fault, Math.max(0, left - 1));
        return left > 0;
    }
}
