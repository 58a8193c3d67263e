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

/// What may happen to an event before it is posted for the first time: it is lost, put into one bag
/// with others, or late.
@Component
public class FaultInjection implements Resettable {
    private record Bag(List<AppEvent> notices, int size) {}

    private final Map<String, Bag> bags = new HashMap<>();
    private final Map<String, Delivery> aside = new HashMap<>();
    private final Faults faults;
    private final WebhookDelivery post;
    private final DelayedTasks later;

    FaultInjection(Faults faults, WebhookDelivery post, DelayedTasks later) {
        this.faults = faults;
        this.post = post;
        this.later = later;
    }

    @Override
    public synchronized void reset() {
        bags.clear();
        aside.clear();
        later.forget();
    }

    public synchronized void take(AppEvent notice) {
        if (hit(Kind.DROP, notice).isPresent()) {
            post.lose(notice);
            return;
        }
        var bag = bag(notice);
        if (bag == null) {
            forward(List.of(notice));
            return;
        }
        bag.notices().add(notice);
        if (bag.notices().size() >= bag.size()) {
            close(notice.app().id(), bag);
        }
    }

    private @Nullable Bag bag(AppEvent notice) {
        var app = notice.app().id();
        if (!bags.containsKey(app)) {
            hit(Kind.BATCH, notice).ifPresent(fault -> open(app, fault));
        }
        return bags.get(app);
    }

    private void open(String app, WebhookFault fault) {
        var bag = new Bag(new ArrayList<>(), fault.many());
        bags.put(app, bag);
        later.after(fault.by(), () -> close(app, bag));
    }

    private synchronized void close(String app, Bag bag) {
        if (bags.remove(app, bag)) {
            forward(bag.notices());
        }
    }

    private void forward(List<AppEvent> notices) {
        var first = notices.getFirst();
        var delivery = post.write(notices);
        var late = hit(Kind.DELAY, first);
        if (late.isPresent()) {
            later.after(late.get().by(), () -> post.accept(delivery));
            return;
        }
        var lane = delivery.lane();
        if (!aside.containsKey(lane) && putAside(lane, delivery, hit(Kind.REORDER, first))) {
            return;
        }
        post.accept(delivery);
        bringBack(lane, aside.get(lane));
    }

    private boolean putAside(String lane, Delivery delivery, Optional<WebhookFault> fault) {
        fault.ifPresent(one -> {
            aside.put(lane, delivery);
            later.after(one.by(), () -> bringBack(lane, delivery));
        });
        return fault.isPresent();
    }

    private synchronized void bringBack(String lane, @Nullable Delivery delivery) {
        if (delivery != null && aside.remove(lane, delivery)) {
            post.accept(delivery);
        }
    }

    private Optional<WebhookFault> hit(Kind kind, AppEvent notice) {
        return faults.hit(kind, notice.page(), notice.field());
    }
}
