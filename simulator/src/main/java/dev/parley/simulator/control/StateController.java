package dev.parley.simulator.control;

import dev.parley.simulator.graph.page.MessengerProfiles;
import dev.parley.simulator.webhook.Subscriptions;
import dev.parley.simulator.webhook.WebhookDelivery;
import dev.parley.simulator.world.Access;
import dev.parley.simulator.world.App;
import dev.parley.simulator.world.ConversationView;
import dev.parley.simulator.world.Directory;
import dev.parley.simulator.world.Person;
import dev.parley.simulator.world.Routing;
import dev.parley.simulator.world.SimulatedClock;
import dev.parley.simulator.world.World;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Shows the current state of the simulator.
@RestController
class StateController {
    private final Directory directory;
    private final World world;
    private final Subscriptions subscriptions;
    private final WebhookDelivery webhooks;
    private final SimulatedClock clock;
    private final FaultsJson faults;
    private final Routing routing;
    private final MessengerProfiles profiles;

    StateController(
            Directory directory,
            World world,
            Subscriptions subscriptions,
            WebhookDelivery webhooks,
            SimulatedClock clock,
            FaultsJson faults,
            Routing routing,
            MessengerProfiles profiles) {
        this.profiles = profiles;
        this.routing = routing;
        this.directory = directory;
        this.world = world;
        this.subscriptions = subscriptions;
        this.webhooks = webhooks;
        this.clock = clock;
        this.faults = faults;
    }

    @GetMapping("/simulator/state")
    StateView state() {
        var time = ClockController.Time.of(clock);
        return new StateView(
                time.now(),
                time.nowMillis(),
                time.offset(),
                apps(),
                pages(),
                people(),
                blocks(),
                webhooks.holding(),
                faults.current());
    }

    private List<StateView.AppView> apps() {
        return directory.apps().stream().map(this::app).toList();
    }

    private StateView.AppView app(App app) {
        var pages =
                directory.pages().stream()
                        .map(page -> StateView.Installed.of(new Access(page, app), subscriptions))
                        .toList();
        return StateView.AppView.of(app, subscriptions.callback(app).orElse(null), pages);
    }

    private List<StateView.PageView> pages() {
        return directory.pages().stream()
                .map(page ->
                        StateView.PageView.of(
                                page,
                                subscriptions.fields(directory.app(), page),
                                routing.defaultApp(page).orElse(null),
                                profiles.of(page)))
                .toList();
    }

    private List<StateView.PersonView> people() {
        return directory.people().stream().map(this::person).toList();
    }

    private StateView.PersonView person(Person person) {
        return StateView.PersonView.of(person, world.isOnline(person), directory.isGone(person));
    }

    private List<StateView.Blocked> blocks() {
        return world.views().stream()
                .filter(ConversationView::blocked)
                .map(thread -> new StateView.Blocked(thread.person().id(), thread.page().id()))
                .toList();
    }
}
