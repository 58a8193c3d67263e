package dev.parley.simulator.graph.thread;

import static java.util.function.Predicate.not;

import dev.parley.simulator.graph.GraphCall;
import dev.parley.simulator.graph.GraphErrors;
import dev.parley.simulator.graph.GraphRefusal;
import dev.parley.simulator.graph.Tokens;
import dev.parley.simulator.world.Access;
import dev.parley.simulator.world.Directory;
import dev.parley.simulator.world.Origin;
import dev.parley.simulator.world.Person;
import dev.parley.simulator.world.Routing;
import dev.parley.simulator.world.SimulatedClock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Which app controls a thread, and how control is passed.
@RestController
class ThreadControlController {
    private static final Map<String, Object> SUCCESS = Map.of("success", true);
    private static final Duration LONGEST = Duration.ofDays(7);

    private final Tokens tokens;
    private final Directory directory;
    private final Routing routing;
    private final SimulatedClock clock;

    ThreadControlController(
            Tokens tokens, Directory directory, Routing routing, SimulatedClock clock) {
        this.tokens = tokens;
        this.directory = directory;
        this.routing = routing;
        this.clock = clock;
    }

    /// Empty if no app controls the thread.
    @GetMapping("/{node:me|\\d+}/thread_owner")
    Map<String, Object> owner(@PathVariable String node, GraphCall call) {
        var access = tokens.access(call, node);
        var person = known(access, call.text("recipient").orElse(""));
        return Map.of(
                "data",
                routing.owner(access.page(), person).stream()
                        .map(owner -> Map.of("thread_owner", shown(owner)))
                        .toList());
    }

    private Map<String, Object> shown(Routing.Owner owner) {
        var left = Duration.between(clock.instant(), owner.until()).toSeconds();
        return Map.of("app_id", owner.appId(), "expiration", left);
    }

    @PostMapping("/{node:me|\\d+}/pass_thread_control")
    Map<String, Object> pass(@PathVariable String node, GraphCall call) {
        var access = tokens.access(call, node);
        var person = person(access, call);
        checkControl(access, person);
        var target = call.text("target_app_id").filter(this::isAnApp);
        routing.pass(
                access.page(),
                person,
                access.app().id(),
                target.orElseThrow(() -> new GraphRefusal(GraphErrors.APP_UNKNOWN)),
                note(call));
        return SUCCESS;
    }

    @PostMapping("/{node:me|\\d+}/take_thread_control")
    Map<String, Object> take(@PathVariable String node, GraphCall call) {
        var access = tokens.access(call, node);
        var person = person(access, call);
        if (routing.defaultApp(access.page()).filter(access.app().id()::equals).isEmpty()) {
            throw new GraphRefusal(GraphErrors.NOT_THE_DEFAULT_APP);
        }
        routing.take(access.page(), person, access.app().id(), note(call));
        return SUCCESS;
    }

    @PostMapping("/{node:me|\\d+}/request_thread_control")
    Map<String, Object> request(@PathVariable String node, GraphCall call) {
        var access = tokens.access(call, node);
        routing.request(access.page(), person(access, call), access.app().id(), note(call));
        return SUCCESS;
    }

    @PostMapping("/{node:me|\\d+}/release_thread_control")
    Map<String, Object> release(@PathVariable String node, GraphCall call) {
        var access = tokens.access(call, node);
        var person = person(access, call);
        checkControl(access, person);
        routing.release(access.page(), person, access.app().id());
        return SUCCESS;
    }

    @PostMapping("/{node:me|\\d+}/extend_thread_control")
    Map<String, Object> extend(@PathVariable String node, GraphCall call) {
        var access = tokens.access(call, node);
        var person = person(access, call);
        checkControl(access, person);
        var by =
                call.text("duration")
                        .filter(text -> text.matches("\\d{1,7}"))
                        .map(Long::parseLong)
                        .map(Duration::ofSeconds)
                        .filter(time -> time.compareTo(LONGEST) <= 0)
                        .orElseThrow(() ->
                                new GraphRefusal(
                                        GraphErrors.invalid(
                                                "duration", "must be at most 604800 seconds")));
        routing.extend(access.page(), person, access.app().id(), by);
        return SUCCESS;
    }

    @GetMapping("/{node:me|\\d+}/secondary_receivers")
    Map<String, Object> others(@PathVariable String node, GraphCall call) {
        var access = tokens.access(call, node);
        return Map.of(
                "data",
                directory.apps().stream()
                        .filter(not(access.app()::equals))
                        .map(app -> Map.of("id", app.id(), "name", app.name()))
                        .toList());
    }

    @GetMapping("/{node:me|\\d+}/messaging_feature_status")
    Map<String, Object> features(@PathVariable String node, GraphCall call) {
        tokens.access(call, node);
        var features = new LinkedHashMap<String, Object>();
        features.put("hop_v2", true);
        features.put("msgr_multi_app", directory.apps().size() > 1);
        features.put("ig_multi_app", false);
        return Map.of("data", List.of(features));
    }

    private void checkControl(Access access, Person person) {
        if (routing.isControlledByAnother(access.page(), person, access.app().id())) {
            throw new GraphRefusal(GraphErrors.CONTROLLED);
        }
    }

    private boolean isAnApp(String id) {
        return id.equals(Origin.MetaInbox.APP_ID) || directory.app(id).isPresent();
    }

    private Person person(Access access, GraphCall call) {
        return known(access, call.json("recipient").path("id").asString(""));
    }

    private Person known(Access access, String psid) {
        GraphRefusal.ifAny(Optional.of(GraphErrors.RECIPIENT_MISSING).filter(_ -> psid.isEmpty()));
        return directory
                .personKnownTo(access.page(), psid)
                .orElseThrow(() -> new GraphRefusal(GraphErrors.NOBODY));
    }

    private static @Nullable String note(GraphCall call) {
        return call.text("metadata").orElse(null);
    }
}
