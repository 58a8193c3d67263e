package dev.parley.simulator.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.parley.simulator.fault.Faults;
import dev.parley.simulator.fault.WebhookFault.Kind;
import dev.parley.simulator.world.Resettable;
import dev.parley.simulator.world.SimulatedClock;
import dev.parley.simulator.world.StateChanged;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Brings to the app what happened: one person's webhooks in order, different people's side by
/// side, and each again and again until the app answers 200 or Meta's patience ends.
@Component
public class WebhookDelivery implements Resettable {
    private static final Duration ECHO_PATIENCE = Duration.ofSeconds(10);

    private final Map<String, PersonQueue> lanes = new ConcurrentHashMap<>();
    private final WebhookLog log = new WebhookLog();
    private final WebhookHold hold = new WebhookHold();
    private final Subscriptions subscriptions;
    private final WebhookPost webhookPost;
    private final AutoUnsubscribe autoUnsubscribe;
    private final Envelope envelope;
    private final WebhookSettings settings;
    private final Faults faults;
    private final SimulatedClock clock;
    private final ApplicationEventPublisher events;

    WebhookDelivery(
            Subscriptions subscriptions,
            WebhookPost webhookPost,
            AutoUnsubscribe autoUnsubscribe,
            Envelope envelope,
            WebhookSettings settings,
            Faults faults,
            SimulatedClock clock,
            ApplicationEventPublisher events) {
        this.subscriptions = subscriptions;
        this.webhookPost = webhookPost;
        this.autoUnsubscribe = autoUnsubscribe;
        this.envelope = envelope;
        this.settings = settings;
        this.faults = faults;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public void reset() {
        lanes.values().forEach(PersonQueue::abandon);
        lanes.clear();
        hold.end();
        log.clear();
        autoUnsubscribe.reset();
    }

    /// {@return a webhook that still has to be accepted}
    Delivery write(List<AppEvent> notices) {
        return log.add(notices, envelope.bytes(notices, clock.millis()));
    }

    /// Posts one event, or in its place a whole body: a text as it is, anything else as JSON.
    public String post(AppEvent notice, @Nullable JsonNode body) {
        var bytes =
                body == null
                        ? envelope.bytes(List.of(notice), clock.millis())
                        : body.isString() ? body.asString().getBytes(UTF_8) : MetaJson.bytes(body);
        var delivery = log.add(List.of(notice), bytes);
        accept(delivery);
        return delivery.id();
    }

    void lose(AppEvent notice) {
        var delivery = write(List.of(notice));
        delivery.lose();
        changed(delivery);
    }

    void accept(Delivery delivery) {
        if (hold.take(delivery)) {
            changed(delivery);
            return;
        }
        send(delivery);
        var notice = delivery.first();
        if (faults.hit(Kind.DUPLICATE, notice.page(), notice.field()).isPresent()) {
            send(delivery);
        }
    }

    /// Returns when the app has taken the echo of this message, or will not.
    public void awaitEcho(String mid) {
        log.echoOf(mid)
                .ifPresent(delivery -> {
                    var _ =
                            delivery.settled()
                                    .completeOnTimeout(
                                            Delivery.State.PENDING,
                                            ECHO_PATIENCE.toMillis(),
                                            MILLISECONDS)
                                    .join();
                });
    }

    public List<Delivery> log() {
        return log.all();
    }

    public boolean holding() {
        return hold.isOn();
    }

    public void hold() {
        hold.begin();
        events.publishEvent(StateChanged.state());
    }

    /// {@return how many posts that makes}
    public int release(WebhookRelease release) {
        var all = WebhookHold.arrange(hold.end(), release);
        all.forEach(this::send);
        events.publishEvent(StateChanged.state());
        return all.size();
    }

    public Optional<Delivery> repeat(String id) {
        var delivery = log.find(id);
        delivery.ifPresent(this::send);
        return delivery;
    }

    /// Tries at once whatever waits for its next attempt.
    public int wake() {
        return (int) lanes.values().stream().filter(PersonQueue::wake).count();
    }

    private void send(Delivery delivery) {
        lanes.computeIfAbsent(delivery.lane(), _ -> new PersonQueue(this::bring)).add(delivery);
        changed(delivery);
    }

    private @Nullable Duration bring(Delivery delivery, int attempt) throws InterruptedException {
        var result = webhookPost.post(delivery);
        delivery.tried(result);
        var pause = result.accepted() ? arrived(delivery) : failed(delivery, attempt);
        changed(delivery);
        return pause;
    }

    private @Nullable Duration arrived(Delivery delivery) {
        delivery.arrived();
        if (autoUnsubscribe.succeeded(delivery.first())) {
            wake();
        }
        return null;
    }

    private @Nullable Duration failed(Delivery delivery, int attempt) {
        if (!autoUnsubscribe.endsWithFailure(delivery.first())) {
            return settings.pauseAfter(attempt);
        }
        giveUp(delivery.first());
        return Duration.ZERO;
    }

    private void giveUp(AppEvent notice) {
        subscriptions.remove(notice.app(), notice.page());
        autoUnsubscribe.succeeded(notice);
        var lanesOfPage = "%s %s ".formatted(notice.app().id(), notice.page().id());
        lanes.forEach((name, lane) -> {
            if (name.startsWith(lanesOfPage)) {
                lane.abandon();
            }
        });
    }

    private void changed(Delivery delivery) {
        events.publishEvent(
                StateChanged.webhook(delivery.first().page(), delivery.first().person()));
    }
}
