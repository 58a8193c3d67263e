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

    /// @param app the acting app: any id, also that of an app of Meta's that is not registered here
    /// @param to the app to which the thread is passed
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
    Map<String, Object> addApp(@RequestBody Named request) {
        var app = directory.addApp(ControlLookup.required("name", request.name()).strip());
        var shown = new LinkedHashMap<String, Object>();
        shown.put("id", app.id());
        shown.put("secret", app.secret());
        shown.put("name", app.name());
        shown.put("token", app.token());
        shown.put("userToken", app.userToken());
        return shown;
    }

    /// Makes this app, or none, control new threads.
    @PutMapping("/simulator/pages/{page}/default-app")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void makeDefault(@PathVariable String page, @RequestBody Default request) {
        routing.makeDefault(controlLookup.page(page), request.app());
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
            @PathVariable String page, @PathVariable String person, @RequestBody Control request) {
        var where = controlLookup.page(page);
        var whose = controlLookup.person(person);
        var actor = ControlLookup.required("app", request.app());
        switch (ControlLookup.required("action", request.action())) {
            case "take" -> routing.take(where, whose, actor, request.metadata());
            case "release" -> routing.release(where, whose, actor);
            case "request" -> routing.request(where, whose, actor, request.metadata());
            case "pass" ->
                    routing.pass(
                            where,
                            whose,
                            actor,
                            ControlLookup.required("to", request.to()),
                            request.metadata());
            default -> throw ControlLookup.bad("`action` must be take, pass, request or release");
        }
        return owner(page, person);
    }
}
