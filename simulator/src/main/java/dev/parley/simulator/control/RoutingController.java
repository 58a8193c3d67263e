package dev.parley.simulator.control;

import dev.parley.simulator.world.Directory;
import dev.parley.simulator.world.Routing;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Other apps, and which app controls a thread.
@RestController
class RoutingController {
    record Named(@Nullable String name) {}

    record Default(@Nullable String app) {}

    /// @param app who does it: the id of any app, also of one that only Meta knows
    /// @param to who gets the thread when it is passed
    record Control(
            @Nullable String action,
            @Nullable String app,
            @Nullable String to,
            @Nullable String metadata) {}

    private final Directory directory;
    private final Routing routing;
    private final ControlLookup controlLookup;

    RoutingController(Directory directory, Routing routing, ControlLookup controlLookup) {
        this.directory = directory;
        this.routing = routing;
        this.controlLookup = controlLookup;
    }

    @PostMapping("/simulator/apps")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> addApp(@RequestBody Named order) {
        var app = directory.addApp(ControlLookup.given("name", order.name()).strip());
        var shown = new LinkedHashMap<String, Object>();
        shown.put("id", app.id());
        shown.put("secret", app.secret());
        shown.put("name", app.name());
        shown.put("token", app.token());
        shown.put("userToken", app.userToken());
        return shown;
    }

    /// This app, or none, controls new threads from now on.
    @PutMapping("/simulator/pages/{page}/default-app")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void makeDefault(@PathVariable String page, @RequestBody Default order) {
        routing.makeDefault(controlLookup.page(page), order.app());
    }

    @GetMapping("/simulator/threads/{page}/{person}/control")
    Map<String, Object> owner(@PathVariable String page, @PathVariable String person) {
        var owner = routing.owner(controlLookup.page(page), controlLookup.person(person));
        return owner.<Map<String, Object>>map(
                        one -> Map.of("app", one.appId(), "until", one.until().toEpochMilli()))
                .orElse(Map.of());
    }

    @PostMapping("/simulator/threads/{page}/{person}/control")
    Map<String, Object> control(
            @PathVariable String page, @PathVariable String person, @RequestBody Control order) {
        var where = controlLookup.page(page);
        var whose = controlLookup.person(person);
        var actor = ControlLookup.given("app", order.app());
        switch (ControlLookup.given("action", order.action())) {
            case "take" -> routing.take(where, whose, actor, order.metadata());
            case "release" -> routing.release(where, whose, actor);
            case "request" -> routing.request(where, whose, actor, order.metadata());
            case "pass" ->
                    routing.pass(
                            where,
                            whose,
                            actor,
                            ControlLookup.given("to", order.to()),
                            order.metadata());
            default -> throw ControlLookup.bad("`action` is take, pass, request or release");
        }
        return owner(page, person);
    }
}
