package dev.parley.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Which app controls which thread. If none does, all apps of the page receive the person's events
/// and can reply; a default app controls new threads.
@Component
public class Routing implements Resettable {
    public static final String REQUESTED = "request_thread_control";

    private static final String PASSED = "pass_thread_control";
    private static final String TAKEN = "take_thread_control";
    private static final Duration EXPIRES_AFTER = Duration.ofDays(1);

    /// The app that controls a thread, until its control expires.
    public record Owner(String appId, Instant until) {}

    private record Where(String page, String person) {}

    private final Map<Where, Owner> owners = new HashMap<>();
    private final Map<String, String> defaults = new HashMap<>();
    private final SimulatedClock clock;
    private final ApplicationEventPublisher events;

    Routing(SimulatedClock clock, ApplicationEventPublisher events) {
        this.clock = clock;
        this.events = events;
    }

    @Override
    public synchronized void reset() {
        owners.clear();
        defaults.clear();
    }

    public synchronized Optional<String> defaultApp(Page page) {
        return Optional.ofNullable(defaults.get(page.id()));
    }

    /// Makes this app, or none, control new threads.
    public void makeDefault(Page page, @Nullable String app) {
        synchronized (this) {
            defaults.put(page.id(), Objects.requireNonNullElse(app, ""));
            defaults.values().remove("");
        }
        events.publishEvent(StateChanged.state());
    }

    public synchronized Optional<Owner> owner(Page page, Person person) {
        return Optional.ofNullable(owners.get(where(page, person)))
                .filter(owner -> owner.until().isAfter(clock.instant()))
                .or(() -> defaultApp(page).map(this::fresh));
    }

    /// {@return whether another app controls the thread}
    public boolean isControlledByAnother(Page page, Person person, String app) {
        return owner(page, person).filter(owner -> !owner.appId().equals(app)).isPresent();
    }

    /// An app that controls a thread and sends a message keeps control for another day.
    public synchronized void renew(Page page, Person person, String app) {
        owners.computeIfPresent(
                where(page, person),
                (_, owner) -> owner.appId().equals(app) ? longer(owner) : owner);
    }

    private Owner longer(Owner owner) {
        var fresh = fresh(owner.appId());
        return fresh.until().isAfter(owner.until()) ? fresh : owner;
    }

    public void extend(Page page, Person person, String app, Duration by) {
        setOwner(page, person, new Owner(app, clock.instant().plus(by)));
    }

    /// The actor passes control of the thread to another app.
    public void pass(Page page, Person person, String actor, String target, @Nullable String note) {
        setOwner(page, person, fresh(target));
        var at = clock.millis();
        publish(
                new WorldEvent.ControlChanged(
                        page, person, PASSED, actor, actor, target, note, at));
    }

    /// The actor takes control of the thread from any app.
    public void take(Page page, Person person, String actor, @Nullable String note) {
        var before = owner(page, person).map(Owner::appId).orElse(null);
        setOwner(page, person, fresh(actor));
        var at = clock.millis();
        publish(new WorldEvent.ControlChanged(page, person, TAKEN, actor, before, actor, note, at));
    }

    /// The actor requests control of the thread.
    public void request(Page page, Person person, String actor, @Nullable String note) {
        var at = clock.millis();
        publish(
                new WorldEvent.ControlChanged(
                        page, person, REQUESTED, actor, null, actor, note, at));
    }

    /// The default app, or none, controls the thread again.
    public void release(Page page, Person person, String actor) {
        synchronized (this) {
            owners.remove(where(page, person));
        }
        var newOwner = defaultApp(page).orElse(null);
        var at = clock.millis();
        publish(
                new WorldEvent.ControlChanged(
                        page, person, PASSED, actor, actor, newOwner, null, at));
    }

    private void publish(WorldEvent.ControlChanged change) {
        events.publishEvent(change);
        events.publishEvent(StateChanged.message(change.page(), change.person()));
    }

    private synchronized void setOwner(Page page, Person person, Owner owner) {
        owners.put(where(page, person), owner);
    }

    private Owner fresh(String app) {
        return new Owner(app, clock.instant().plus(EXPIRES_AFTER));
    }

    private static Where where(Page page, Person person) {
        return new Where(page.id(), person.id());
    }
}
