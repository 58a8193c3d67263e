package dev.parley.simulator.control;

import dev.parley.simulator.fault.Faults;
import dev.parley.simulator.world.Changed;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Breaks things, and mends them.
@RestController
@RequestMapping("/simulator/faults")
class FaultsController {
    private final Faults faults;
    private final FaultsJson json;
    private final ApplicationEventPublisher events;

    FaultsController(Faults faults, FaultsJson json, ApplicationEventPublisher events) {
        this.faults = faults;
        this.json = json;
        this.events = events;
    }

    @GetMapping
    Map<String, Object> show() {
        return json.asTheyAre();
    }

    @PutMapping
    Map<String, Object> set(@RequestBody JsonNode order) {
        json.apply(order);
        return changed();
    }

    @DeleteMapping
    Map<String, Object> clear() {
        faults.clear();
        return changed();
    }

    private Map<String, Object> changed() {
        events.publishEvent(Changed.state());
        return json.asTheyAre();
    }
}
