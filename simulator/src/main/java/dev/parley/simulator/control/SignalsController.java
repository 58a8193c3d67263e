package dev.parley.simulator.control;

import dev.parley.simulator.world.Signal;
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
class SignalsController {
    private final Cast cast;
    private final World world;
    private final SimulatedClock clock;

    SignalsController(Cast cast, World world, SimulatedClock clock) {
        this.cast = cast;
        this.world = world;
        this.clock = clock;
    }

    @PostMapping("/optins")
    Done optIn(@RequestBody Orders.OptIn order) {
        return signal(order.person(), order.page(), Signals.optIn(order, clock.instant()));
    }

    @PostMapping("/account-links")
    Done link(@RequestBody Orders.Link order) {
        return signal(order.person(), order.page(), Signals.link(order));
    }

    @PostMapping("/feedback")
    Done rate(@RequestBody Orders.Feedback order) {
        return signal(order.person(), order.page(), Signals.feedback(order));
    }

    @PostMapping("/opinions")
    Done judge(@RequestBody Orders.Opinion order) {
        return signal(order.person(), order.page(), Signals.opinion(order));
    }

    private Done signal(@Nullable String who, @Nullable String where, Signal signal) {
        var page = cast.page(where);
        var person = cast.actor(who);
        return new Done(null, world.signal(page, person, signal), person.psid(page));
    }
}
