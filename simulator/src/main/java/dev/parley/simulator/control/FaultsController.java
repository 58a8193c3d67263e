package dev.parley.simulator.control;

import dev.parley.simulator.fault.Faults;
import dev.parley.simulator.world.StateChanged;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;

/// Turns faults on and off.
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
        return json.current();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> add(@RequestBody JsonNode request) {
        var added = json.add(request);
        events.publishEvent(StateChanged.state());
        return added;
    }

    @PutMapping
    Map<String, Object> set(@RequestBody JsonNode request) {
        json.apply(request);
        return changed();
    }

    @DeleteMapping
    Map<String, Object> clear() {
        faults.reset();
        return changed();
    }

    @DeleteMapping("/{id}")
    Map<String, Object> end(@PathVariable String id) {
        if (!faults.remove(fault -> fault.id().equals(id))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no fault " + id);
        }
        return changed();
    }

    private Map<String, Object> changed() {
        events.publishEvent(StateChanged.state());
        return json.current();
    }
}
