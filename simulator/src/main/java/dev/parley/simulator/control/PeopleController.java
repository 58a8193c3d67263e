package dev.parley.simulator.control;

import dev.parley.simulator.world.Directory;
import dev.parley.simulator.world.World;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// New people and pages, and the relation of people to pages.
@RestController
@RequestMapping("/simulator")
class PeopleController {
    private final Directory directory;
    private final World world;
    private final ControlLookup controlLookup;

    PeopleController(Directory directory, World world, ControlLookup controlLookup) {
        this.directory = directory;
        this.world = world;
        this.controlLookup = controlLookup;
    }

    @PostMapping("/people")
    @ResponseStatus(HttpStatus.CREATED)
    StateView.PersonView addPerson(@RequestBody ControlRequests.Named order) {
        var name = ControlLookup.given("name", order.name()).strip();
        return StateView.PersonView.of(directory.addPerson(name), true, false);
    }

    @PostMapping("/people/bulk")
    @ResponseStatus(HttpStatus.CREATED)
    List<StateView.PersonView> addPeople(
            @RequestBody List<ControlRequests.@Nullable Named> orders) {
        return ControlLookup.list("people", orders).stream().map(this::addPerson).toList();
    }

    @DeleteMapping("/people/{person}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteAccount(@PathVariable String person) {
        directory.leave(controlLookup.actor(person));
    }

    @PostMapping("/pages")
    @ResponseStatus(HttpStatus.CREATED)
    StateView.PageView addPage(@RequestBody ControlRequests.Named order) {
        var name = ControlLookup.given("name", order.name()).strip();
        return StateView.PageView.of(directory.addPage(name), Set.of(), null, Map.of());
    }

    @PostMapping("/presence")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void presence(@RequestBody ControlRequests.Presence order) {
        world.online(controlLookup.person(order.person()), order.online());
    }

    @PostMapping("/blocks")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void block(@RequestBody ControlRequests.Block order) {
        world.block(
                controlLookup.page(order.page()),
                controlLookup.actor(order.person()),
                order.blocked());
    }
}
