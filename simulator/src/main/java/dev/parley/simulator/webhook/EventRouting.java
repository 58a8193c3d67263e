package dev.parley.simulator.webhook;

import dev.parley.simulator.fault.Condition;
import dev.parley.simulator.fault.Faults;
import dev.parley.simulator.world.App;
import dev.parley.simulator.world.Directory;
import dev.parley.simulator.world.Page;
import dev.parley.simulator.world.Person;
import dev.parley.simulator.world.Routing;
import dev.parley.simulator.world.WorldEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Decides which apps receive an event: the app that controls the thread, and the others on
/// standby.
@Component
public class EventRouting {
    private final Directory directory;
    private final Routing routing;
    private final Subscriptions subscriptions;
    private final Faults faults;
    private final FaultInjection faultInjection;

    EventRouting(
            Directory directory,
            Routing routing,
            Subscriptions subscriptions,
            Faults faults,
            FaultInjection faultInjection) {
        this.directory = directory;
        this.routing = routing;
        this.subscriptions = subscriptions;
        this.faults = faults;
        this.faultInjection = faultInjection;
    }

    /// In development mode, an app receives no events from the public.
    @EventListener
    void on(WorldEvent event) {
        for (var app : directory.apps()) {
            var standby = isOnStandby(app, event);
            var field = standby ? AppEvent.STANDBY : Payloads.field(event);
            if (isRecipient(app, event)
                    && (!standby || Payloads.isForStandby(event))
                    && subscriptions.isSubscribed(app, event.page(), field)
                    && faults.hit(Condition.Kind.WEBHOOKS_OFF, event.page()).isEmpty()
                    && faults.hit(Condition.Kind.DEVELOPMENT_MODE, event.page()).isEmpty()) {
                faultInjection.accept(Payloads.appEvent(event, app, standby));
            }
        }
    }

    /// Sends the event to all subscribed apps. {@return how many those are}
    public int send(
            Page page,
            @Nullable Person person,
            String field,
            String place,
            Map<String, Object> item) {
        var subscribed =
                directory.apps().stream()
                        .filter(app -> subscriptions.isSubscribed(app, page, field))
                        .toList();
        subscribed.forEach(
                app -> faultInjection.accept(new AppEvent(app, page, person, field, place, item)));
        return subscribed.size();
    }

    /// Handovers and events of the page are sent regardless of which app controls the thread.
    private boolean isOnStandby(App app, WorldEvent event) {
        return !(event instanceof WorldEvent.ControlChanged)
                && !(event instanceof WorldEvent.PageChanged)
                && routing.isControlledByAnother(event.page(), event.person(), app.id());
    }

    /// The acting app does not receive the event; only the owner receives a request.
    private boolean isRecipient(App app, WorldEvent event) {
        return !(event instanceof WorldEvent.ControlChanged change)
                || (!change.actor().equals(app.id())
                        && (!change.what().equals(Routing.REQUESTED) || owns(app, change)));
    }

    private boolean owns(App app, WorldEvent.ControlChanged change) {
        return routing.owner(change.page(), change.person())
                .filter(owner -> owner.appId().equals(app.id()))
                .isPresent();
    }
}
