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

/// Adds people and pages, and sets the relation of people to pages.
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
    StateView.PersonView addPerson(@RequestBody ControlRequests.Named request) {
        var name = ControlLookup.required("name", request.name()).strip();
        return StateView.PersonView.of(directory.addPerson(name), true, false);
    }

    @PostMapping("/people/bulk")
    @ResponseStatus(HttpStatus.CREATED)
    List<StateView.PersonView> addPeople(
            @RequestBody List<ControlRequests.@Nullable Named> requests) {
        return ControlLookup.list("people", requests).stream().map(this::addPerson).toList();
    }

    @DeleteMapping("/people/{person}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteAccount(@PathVariable String person) {
        directory.deleteAccount(controlLookup.actor(person));
    }

    @PostMapping("/pages")
    @ResponseStatus(HttpStatus.CREATED)
    StateView.PageView addPage(@RequestBody ControlRequests.Named request) {
        var name = ControlLookup.required("name", request.name()).strip();
        return StateView.PageView.of(directory.addPage(name), Set.of(), null, Map.of());
    }

    @PostMapping("/presence")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void presence(@RequestBody ControlRequests.Presence request) {
        world.setOnline(controlLookup.person(request.person()), request.online());
    }

    @PostMapping("/blocks")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void block(@RequestBody ControlRequests.Block request) {
        world.block(
                controlLookup.page(request.page()),
                controlLookup.actor(request.person()),
                request.blocked());
    }
}
