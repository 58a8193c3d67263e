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

/// Delivers webhooks to apps: one person's in order, different people's in parallel, and each
/// repeatedly until the app responds with 200 or Meta gives up.
@Component
public class WebhookDelivery implements Resettable {
    private static final Duration ECHO_TIMEOUT = Duration.ofSeconds(10);

    private final Map<String, PersonQueue> queues = new ConcurrentHashMap<>();
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
        queues.values().forEach(PersonQueue::abandon);
        queues.clear();
        hold.end();
        log.clear();
        autoUnsubscribe.reset();
    }

    /// {@return a new webhook, to be passed to [#accept]}
    Delivery write(List<AppEvent> appEvents) {
        return log.add(appEvents, envelope.bytes(appEvents, clock.millis()));
    }

    /// Posts one event, or instead of it a whole body: text unchanged, anything else as JSON.
    public String post(AppEvent appEvent, @Nullable JsonNode body) {
        var bytes =
                body == null
                        ? envelope.bytes(List.of(appEvent), clock.millis())
                        : body.isString() ? body.asString().getBytes(UTF_8) : MetaJson.bytes(body);
        var delivery = log.add(List.of(appEvent), bytes);
        accept(delivery);
        return delivery.id();
    }

    void drop(AppEvent appEvent) {
        var delivery = write(List.of(appEvent));
        delivery.drop();
        changed(delivery);
    }

    void accept(Delivery delivery) {
        if (hold.take(delivery)) {
            changed(delivery);
            return;
        }
        send(delivery);
        var appEvent = delivery.first();
        if (faults.hit(Kind.DUPLICATE, appEvent.page(), appEvent.field()).isPresent()) {
            send(delivery);
        }
    }

    /// Waits until the echo of this message is delivered or given up, at most ten seconds.
    public void awaitEcho(String mid) {
        log.echoOf(mid)
                .ifPresent(delivery -> {
                    var _ =
                            delivery.settled()
                                    .completeOnTimeout(
                                            Delivery.State.PENDING,
                                            ECHO_TIMEOUT.toMillis(),
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

    /// {@return the number of posts}
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

    /// Retries all waiting webhooks now.
    public int wake() {
        return (int) queues.values().stream().filter(PersonQueue::wake).count();
    }

    private void send(Delivery delivery) {
        queues.computeIfAbsent(delivery.queueKey(), _ -> new PersonQueue(this::attempt))
                .add(delivery);
        changed(delivery);
    }

    private @Nullable Duration attempt(Delivery delivery, int attempt) throws InterruptedException {
        var result = webhookPost.post(delivery);
        delivery.add(result);
        var pause = result.accepted() ? succeeded(delivery) : failed(delivery, attempt);
        changed(delivery);
        return pause;
    }

    private @Nullable Duration succeeded(Delivery delivery) {
        delivery.succeed();
        if (autoUnsubscribe.succeeded(delivery.first())) {
            wake();
        }
        return null;
    }

    private @Nullable Duration failed(Delivery delivery, int attempt) {
        if (!autoUnsubscribe.failedTooLong(delivery.first())) {
            return settings.pauseAfter(attempt);
        }
        giveUp(delivery.first());
        return Duration.ZERO;
    }

    private void giveUp(AppEvent appEvent) {
        subscriptions.remove(appEvent.app(), appEvent.page());
        autoUnsubscribe.succeeded(appEvent);
        var queuesOfPage = "%s %s ".formatted(appEvent.app().id(), appEvent.page().id());
        queues.forEach((name, queue) -> {
            if (name.startsWith(queuesOfPage)) {
                queue.abandon();
            }
        });
    }

    private void changed(Delivery delivery) {
        events.publishEvent(
                StateChanged.webhook(delivery.first().page(), delivery.first().person()));
    }
}
