package dev.parley.simulator.control;

import dev.parley.simulator.fault.Faults;
import dev.parley.simulator.graph.GraphMemory;
import dev.parley.simulator.webhook.Mischief;
import dev.parley.simulator.webhook.PostOffice;
import dev.parley.simulator.webhook.Subscriptions;
import dev.parley.simulator.world.Changed;
import dev.parley.simulator.world.Comments;
import dev.parley.simulator.world.Directory;
import dev.parley.simulator.world.Routing;
import dev.parley.simulator.world.SimulatedClock;
import dev.parley.simulator.world.World;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Back to the start.
@RestController
class ResetController {
    private final Runnable everything;
    private final ApplicationEventPublisher events;

    ResetController(
            PostOffice post,
            Mischief mischief,
            Subscriptions subscriptions,
            World world,
            Comments comments,
            Routing routing,
            Directory directory,
            Faults faults,
            GraphMemory graph,
            SimulatedClock clock,
            ApplicationEventPublisher events) {
        this.events = events;
        this.everything =
                () -> {
                    subscriptions.reset();
                    mischief.reset();
                    post.reset();
                    world.reset();
                    comments.reset();
                    routing.reset();
                    directory.reset();
                    faults.remove(_ -> true);
                    graph.reset();
                    clock.live();
                };
    }

    @PostMapping("/simulator/reset")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset() {
        everything.run();
        events.publishEvent(Changed.state());
        events.publishEvent(Changed.people());
        events.publishEvent(Changed.clock());
    }
}
