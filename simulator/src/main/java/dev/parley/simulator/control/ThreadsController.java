package dev.parley.simulator.control;

import static java.util.Comparator.comparingLong;

import dev.parley.simulator.world.ConversationView;
import dev.parley.simulator.world.Routing;
import dev.parley.simulator.world.World;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Threads as people see them in Messenger.
@RestController
@RequestMapping("/simulator/threads")
class ThreadsController {
    private final ControlLookup controlLookup;
    private final World world;
    private final Routing routing;

    ThreadsController(ControlLookup controlLookup, World world, Routing routing) {
        this.controlLookup = controlLookup;
        this.world = world;
        this.routing = routing;
    }

    @GetMapping
    List<ThreadViews.Summary> list(@RequestParam(required = false) @Nullable String person) {
        var only = person == null ? null : controlLookup.person(person).id();
        return world.views().stream()
                .filter(thread -> only == null || thread.person().id().equals(only))
                .sorted(comparingLong(ThreadsController::updated).reversed())
                .map(ThreadViews.Summary::of)
                .toList();
    }

    @GetMapping("/{page}/{person}")
    ThreadViews.Detail one(@PathVariable String page, @PathVariable String person) {
        var where = controlLookup.page(page);
        var whose = controlLookup.person(person);
        return ThreadViews.Detail.of(world.view(where, whose), routing.owner(where, whose));
    }

    private static long updated(ConversationView thread) {
        return thread.watermarks().last();
    }
}
