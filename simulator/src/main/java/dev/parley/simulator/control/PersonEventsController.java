package dev.parley.simulator.control;

import dev.parley.simulator.world.PersonEvent;
import dev.parley.simulator.world.SimulatedClock;
import dev.parley.simulator.world.World;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What people do in Messenger besides writing.
@RestController
@RequestMapping("/simulator")
class PersonEventsController {
    private final ControlLookup controlLookup;
    private final World world;
    private final SimulatedClock clock;

    PersonEventsController(ControlLookup controlLookup, World world, SimulatedClock clock) {
        this.controlLookup = controlLookup;
        this.world = world;
        this.clock = clock;
    }

    @PostMapping("/optins")
    ActionResult optIn(@RequestBody ControlRequests.OptIn order) {
        return signal(order.person(), order.page(), PersonEvents.optIn(order, clock.instant()));
    }

    @PostMapping("/account-links")
    ActionResult link(@RequestBody ControlRequests.Link order) {
        return signal(order.person(), order.page(), PersonEvents.link(order));
    }

    @PostMapping("/feedback")
    ActionResult rate(@RequestBody ControlRequests.Feedback order) {
        return signal(order.person(), order.page(), PersonEvents.feedback(order));
    }

    @PostMapping("/opinions")
    ActionResult judge(@RequestBody ControlRequests.Opinion order) {
        return signal(order.person(), order.page(), PersonEvents.opinion(order));
    }

    private ActionResult signal(@Nullable String who, @Nullable String where, PersonEvent signal) {
        var page = controlLookup.page(where);
        var person = controlLookup.actor(who);
        return new ActionResult(null, world.signal(page, person, signal), person.psid(page));
    }
}
