package dev.parley.simulator.control;

import dev.parley.simulator.world.Resettable;
import dev.parley.simulator.world.StateChanged;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Resets the simulator to its initial state.
@RestController
class ResetController {
    private final List<Resettable> everything;
    private final ApplicationEventPublisher events;

    ResetController(List<Resettable> everything, ApplicationEventPublisher events) {
        this.everything = everything;
        this.events = events;
    }

    @PostMapping("/simulator/reset")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset() {
        everything.forEach(Resettable::reset);
        events.publishEvent(StateChanged.state());
        events.publishEvent(StateChanged.people());
        events.publishEvent(StateChanged.clock());
    }
}
