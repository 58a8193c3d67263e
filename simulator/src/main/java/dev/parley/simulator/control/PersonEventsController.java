package dev.parley.simulator.control;

import dev.parley.simulator.world.PersonEvent;
import dev.parley.simulator.world.SimulatedClock;
import dev.parley.simulator.world.World;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Actions of people in Messenger other than messages.
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
    ActionResult optIn(@RequestBody ControlRequests.OptIn request) {
        var signal = PersonEvents.optIn(request, clock.instant());
        return signal(request.person(), request.page(), signal);
    }

    @PostMapping("/account-links")
    ActionResult link(@RequestBody ControlRequests.Link request) {
        return signal(request.person(), request.page(), PersonEvents.link(request));
    }

    @PostMapping("/feedback")
    ActionResult rate(@RequestBody ControlRequests.Feedback request) {
        return signal(request.person(), request.page(), PersonEvents.feedback(request));
    }

    @PostMapping("/opinions")
    ActionResult judge(@RequestBody ControlRequests.Opinion request) {
        return signal(request.person(), request.page(), PersonEvents.opinion(request));
    }

    private ActionResult signal(@Nullable String who, @Nullable String where, PersonEvent signal) {
        var page = controlLookup.page(where);
        var person = controlLookup.actor(who);
        return new ActionResult(null, world.signal(page, person, signal), person.psid(page));
    }
}
