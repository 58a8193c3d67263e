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

/// New people and pages, and how people stand to pages.
@RestController
@RequestMapping("/simulator")
class CastController {
    private final Directory directory;
    private final World world;
    private final Cast cast;

    CastController(Directory directory, World world, Cast cast) {
        this.directory = directory;
        this.world = world;
        this.cast = cast;
    }

    @PostMapping("/people")
    @ResponseStatus(HttpStatus.CREATED)
    StateView.PersonView addPerson(@RequestBody Orders.Named order) {
        var name = Cast.given("name", order.name()).strip();
        return StateView.PersonView.of(directory.addPerson(name), true, false);
    }

    @PostMapping("/people/bulk")
    @ResponseStatus(HttpStatus.CREATED)
    List<StateView.PersonView> addPeople(@RequestBody List<Orders.@Nullable Named> orders) {
        return Cast.list("people", orders).stream().map(this::addPerson).toList();
    }

    @DeleteMapping("/people/{person}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteAccount(@PathVariable String person) {
        directory.leave(cast.actor(person));
    }

    @PostMapping("/pages")
    @ResponseStatus(HttpStatus.CREATED)
    StateView.PageView addPage(@RequestBody Orders.Named order) {
        var name = Cast.given("name", order.name()).strip();
        return StateView.PageView.of(directory.addPage(name), Set.of(), null, Map.of());
    }

    @PostMapping("/presence")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void presence(@RequestBody Orders.Presence order) {
        world.online(cast.person(order.person()), order.online());
    }

    @PostMapping("/blocks")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void block(@RequestBody Orders.Block order) {
        world.block(cast.page(order.page()), cast.actor(order.person()), order.blocked());
    }
}
