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

    /// In development mode an app receives no events of the public.
    @EventListener
    void on(WorldEvent happening) {
        for (var app : directory.apps()) {
            var standby = isOnStandby(app, happening);
            var field = standby ? AppEvent.STANDBY : Payloads.field(happening);
            if (concerns(app, happening)
                    && (!standby || Payloads.isForStandby(happening))
                    && subscriptions.wants(app, happening.page(), field)
                    && faults.hit(Condition.Kind.WEBHOOKS_OFF, happening.page()).isEmpty()
                    && faults.hit(Condition.Kind.DEVELOPMENT_MODE, happening.page()).isEmpty()) {
                faultInjection.take(Payloads.notice(happening, app, standby));
            }
        }
    }

    /// Sends the event to all subscribed apps. {@return how many those are}
    public int tell(
            Page page,
            @Nullable Person person,
            String field,
            String place,
            Map<String, Object> item) {
        var listening =
                directory.apps().stream()
                        .filter(app -> subscriptions.wants(app, page, field))
                        .toList();
        listening.forEach(
                app -> faultInjection.take(new AppEvent(app, page, person, field, place, item)));
        return listening.size();
    }

    /// Handovers and events of the page are sent regardless of which app controls the thread.
    private boolean isOnStandby(App app, WorldEvent happening) {
        return !(happening instanceof WorldEvent.Handed)
                && !(happening instanceof WorldEvent.Altered)
                && routing.heldByAnother(happening.page(), happening.person(), app.id());
    }

    /// Who did it knows it already; a request is for the owner alone.
    private boolean concerns(App app, WorldEvent happening) {
        return !(happening instanceof WorldEvent.Handed handed)
                || (!handed.actor().equals(app.id())
                        && (!handed.what().equals(Routing.REQUESTED) || owns(app, handed)));
    }

    private boolean owns(App app, WorldEvent.Handed handed) {
        return routing.owner(handed.page(), handed.person())
                .filter(owner -> owner.appId().equals(app.id()))
                .isPresent();
    }
}
