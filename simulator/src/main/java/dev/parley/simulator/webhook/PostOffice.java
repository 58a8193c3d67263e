package dev.parley.simulator.webhook;

import dev.parley.simulator.fault.Faults;
import dev.parley.simulator.fault.WebhookFault;
import dev.parley.simulator.world.Changed;
import dev.parley.simulator.world.Happening;
import dev.parley.simulator.world.Page;
import dev.parley.simulator.world.SimulatedClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Brings to the app what happened: one person's webhooks in order, different people's side by
/// side, and each again and again until the app answers 200 or Meta's patience ends.
@Component
public class PostOffice {
    private record Where(String page, String person) {}

    private final Map<Where, Lane> lanes = new ConcurrentHashMap<>();
    private final WebhookLog log = new WebhookLog();
    private final Hold hold = new Hold();
    private final Subscriptions subscriptions;
    private final Postman postman;
    private final Patience patience;
    private final WebhookSettings settings;
    private final Faults faults;
    private final SimulatedClock clock;
    private final ApplicationEventPublisher events;

    PostOffice(
            Subscriptions subscriptions,
            Postman postman,
            Patience patience,
            WebhookSettings settings,
            Faults faults,
            SimulatedClock clock,
            ApplicationEventPublisher events) {
        this.subscriptions = subscriptions;
        this.postman = postman;
        this.patience = patience;
        this.settings = settings;
        this.faults = faults;
        this.clock = clock;
        this.events = events;
    }

    public void reset() {
        lanes.values().forEach(Lane::abandon);
        lanes.clear();
        hold.end();
        log.clear();
        patience.reset();
    }

    /// In development mode the public's events are silently kept from an app.
    @EventListener
    void on(Happening happening) {
        var field = Wording.field(happening);
        if (!subscriptions.wants(happening.page(), field)
                || faults.switches().developmentMode()
                || faults.hits(WebhookFault.DROP)) {
            return;
        }
        var body = MetaJson.bytes(Wording.body(happening, clock.millis()));
        accept(log.add(happening.page(), happening.person(), field, body));
    }

    private void accept(Delivery delivery) {
        if (hold.take(delivery)) {
            changed(delivery);
            return;
        }
        send(delivery);
        if (faults.hits(WebhookFault.DUPLICATE)) {
            send(delivery);
        }
    }

    public List<Delivery> log() {
        return log.all();
    }

    public boolean holding() {
        return hold.isOn();
    }

    public void hold() {
        hold.begin();
        events.publishEvent(Changed.state());
    }

    /// {@return how many posts that makes}
    public int release(Release release) {
        var all = Hold.arrange(hold.end(), release);
        all.forEach(this::send);
        events.publishEvent(Changed.state());
        return all.size();
    }

    public Optional<Delivery> repeat(String id) {
        var delivery = log.find(id);
        delivery.ifPresent(this::send);
        return delivery;
    }

    /// Tries at once whatever waits for its next attempt.
    public int wake() {
        return (int) lanes.values().stream().filter(Lane::wake).count();
    }

    private void send(Delivery delivery) {
        var where = new Where(delivery.page().id(), delivery.person().id());
        lanes.computeIfAbsent(where, _ -> new Lane(this::bring)).add(delivery);
        changed(delivery);
    }

    private @Nullable Duration bring(Delivery delivery, int attempt) throws InterruptedException {
        var result = postman.post(delivery);
        delivery.tried(result);
        var pause = result.accepted() ? arrived(delivery) : failed(delivery, attempt);
        changed(delivery);
        return pause;
    }

    private @Nullable Duration arrived(Delivery delivery) {
        delivery.arrived();
        if (patience.succeeded(delivery.page())) {
            wake();
        }
        return null;
    }

    private @Nullable Duration failed(Delivery delivery, int attempt) {
        if (!patience.endsWithFailure(delivery.page())) {
            return settings.pauseAfter(attempt);
        }
        giveUp(delivery.page());
        return Duration.ZERO;
    }

    private void giveUp(Page page) {
        subscriptions.remove(page);
        patience.succeeded(page);
        lanes.entrySet().stream()
                .filter(entry -> entry.getKey().page().equals(page.id()))
                .forEach(entry -> entry.getValue().abandon());
    }

    private void changed(Delivery delivery) {
        events.publishEvent(Changed.webhook(delivery.page(), delivery.person()));
    }
}
