package dev.parley.simulator.webhook;

import dev.parley.simulator.fault.Faults;
import dev.parley.simulator.fault.WebhookFault;
import dev.parley.simulator.fault.WebhookFault.Kind;
import dev.parley.simulator.world.Resettable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Applies faults to an event before it is first posted: it is dropped, batched with others, or
/// delayed.
@Component
public class FaultInjection implements Resettable {
    private record Batch(List<AppEvent> appEvents, int size) {}

    private final Map<String, Batch> batches = new HashMap<>();
    private final Map<String, Delivery> heldBack = new HashMap<>();
    private final Faults faults;
    private final WebhookDelivery webhooks;
    private final DelayedTasks delayedTasks;

    FaultInjection(Faults faults, WebhookDelivery webhooks, DelayedTasks delayedTasks) {
        this.faults = faults;
        this.webhooks = webhooks;
        this.delayedTasks = delayedTasks;
    }

    @Override
    public synchronized void reset() {
        batches.clear();
        heldBack.clear();
        delayedTasks.cancelAll();
    }

    public synchronized void accept(AppEvent appEvent) {
        if (hit(Kind.DROP, appEvent).isPresent()) {
            webhooks.drop(appEvent);
            return;
        }
        var batch = batch(appEvent);
        if (batch == null) {
            forward(List.of(appEvent));
            return;
        }
        batch.appEvents().add(appEvent);
        if (batch.appEvents().size() >= batch.size()) {
            close(appEvent.app().id(), batch);
        }
    }

    private @Nullable Batch batch(AppEvent appEvent) {
        var app = appEvent.app().id();
        if (!batches.containsKey(app)) {
            hit(Kind.BATCH, appEvent).ifPresent(fault -> open(app, fault));
        }
        return batches.get(app);
    }

    private void open(String app, WebhookFault fault) {
        var batch = new Batch(new ArrayList<>(), fault.many());
        batches.put(app, batch);
        delayedTasks.after(fault.by(), () -> close(app, batch));
    }

    private synchronized void close(String app, Batch batch) {
        if (batches.remove(app, batch)) {
            forward(batch.appEvents());
        }
    }

    private void forward(List<AppEvent> appEvents) {
        var first = appEvents.getFirst();
        var delivery = webhooks.write(appEvents);
        var late = hit(Kind.DELAY, first);
        if (late.isPresent()) {
            delayedTasks.after(late.get().by(), () -> webhooks.accept(delivery));
            return;
        }
        var queue = delivery.queueKey();
        if (!heldBack.containsKey(queue) && holdBack(queue, delivery, hit(Kind.REORDER, first))) {
            return;
        }
        webhooks.accept(delivery);
        release(queue, heldBack.get(queue));
    }

    private boolean holdBack(String queue, Delivery delivery, Optional<WebhookFault> fault) {
        fault.ifPresent(one -> {
            heldBack.put(queue, delivery);
            delayedTasks.after(one.by(), () -> release(queue, delivery));
        });
        return fault.isPresent();
    }

    private synchronized void release(String queue, @Nullable Delivery delivery) {
        if (delivery != null && heldBack.remove(queue, delivery)) {
            webhooks.accept(delivery);
        }
    }

    private Optional<WebhookFault> hit(Kind kind, AppEvent appEvent) {
        return faults.hit(kind, appEvent.page(), appEvent.field());
    }
}
