package dev.parley.simulator.graph.page;

import static dev.parley.simulator.graph.FieldLimits.count;
import static dev.parley.simulator.graph.FieldLimits.each;
import static dev.parley.simulator.graph.FieldLimits.first;
import static dev.parley.simulator.graph.FieldLimits.part;
import static dev.parley.simulator.graph.FieldLimits.text;
import static dev.parley.simulator.graph.FieldLimits.when;

import dev.parley.simulator.graph.FieldLimits;
import dev.parley.simulator.graph.GraphCall;
import dev.parley.simulator.graph.GraphError;
import dev.parley.simulator.graph.GraphErrors;
import dev.parley.simulator.graph.GraphRefusal;
import dev.parley.simulator.graph.RateLimits;
import dev.parley.simulator.graph.Tokens;
import dev.parley.simulator.world.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// The Messenger Profile API.
@RestController
class MessengerProfileController {
    private static final Map<String, Object> SUCCESS = Map.of("result", "success");
    private static final Map<String, FieldLimits.Rule> RULES = new LinkedHashMap<>();

    static {
        RULES.put("get_started", (value, name) -> text(value, name, "payload", 1000));
        RULES.put("greeting", localized((one, name) -> text(one, name, "text", 160)));
        RULES.put("persistent_menu", localized(MessengerProfileController::menu));
        RULES.put("ice_breakers", MessengerProfileController::iceBreakers);
        RULES.put("commands", localized(MessengerProfileController::commands));
        RULES.put("whitelisted_domains", (value, name) -> count(value, name, 0, 50));
        RULES.put(
                "account_linking_url",
                (value, name) ->
                        when(!value.isString(), GraphErrors.invalid(name, "must be a string")));
    }

    /// All properties that Meta has or had; the simulator stores those above.
    private static final Set<String> FIELDS =
            Set.of(
                    "account_linking_url",
                    "commands",
                    "description",
                    "get_started",
                    "greeting",
                    "home_url",
                    "ice_breakers",
                    "payment_settings",
                    "persistent_menu",
                    "platform",
                    "subject_to_new_eu_privacy_rules",
                    "target_audience",
                    "title",
                    "whitelisted_domains");

    private final Tokens tokens;
    private final RateLimits rates;
    private final MessengerProfiles profiles;

    MessengerProfileController(Tokens tokens, RateLimits rates, MessengerProfiles profiles) {
        this.tokens = tokens;
        this.rates = rates;
        this.profiles = profiles;
    }

    @PostMapping("/{node:me|\\d+}/messenger_profile")
    Map<String, Object> set(@PathVariable String node, GraphCall call) {
        var page = counted(tokens.page(call, node));
        var changes = new LinkedHashMap<String, JsonNode>();
        RULES.forEach((name, rule) -> {
            if (call.parameters().containsKey(name)) {
                GraphRefusal.ifAny(rule.objection(call.json(name), name));
                changes.put(name, call.json(name));
            }
        });
        GraphRefusal.ifAny(objection(page, changes));
        profiles.set(page, changes);
        return SUCCESS;
    }

    /// A menu requires a Get Started button.
    private Optional<GraphError> objection(Page page, Map<String, JsonNode> changes) {
        var hasGetStarted =
                changes.containsKey("get_started") || profiles.of(page).containsKey("get_started");
        return first(
                when(changes.isEmpty(), GraphErrors.missing("get_started")),
                when(
                        changes.containsKey("persistent_menu") && !hasGetStarted,
                        GraphErrors.invalid(
                                "persistent_menu", "needs a Get Started button to be set first")));
    }

    @GetMapping("/{node:me|\\d+}/messenger_profile")
    Map<String, Object> get(@PathVariable String node, GraphCall call) {
        var page = tokens.page(call, node);
        var wanted = known(call.list("fields"));
        var found = new LinkedHashMap<String, Object>(profiles.of(page));
        found.keySet().removeIf(name -> !wanted.isEmpty() && !wanted.contains(name));
        return Map.of("data", found.isEmpty() ? List.of() : List.of(found));
    }

    @DeleteMapping("/{node:me|\\d+}/messenger_profile")
    Map<String, Object> remove(@PathVariable String node, GraphCall call) {
        var page = counted(tokens.page(call, node));
        var fields = known(call.list("fields"));
        GraphRefusal.ifAny(when(fields.isEmpty(), GraphErrors.missing("fields")));
        profiles.remove(page, fields);
        return SUCCESS;
    }

    private static Set<String> known(Set<String> fields) {
        GraphRefusal.ifAny(FieldLimits.allKnown("fields", fields, FIELDS));
        return fields;
    }

    private Page counted(Page page) {
        GraphRefusal.ifAny(
                when(!rates.tryAcquire(page, RateLimits.Kind.PROFILE), GraphErrors.RATE));
        return page;
    }

    /// A list with one element for each locale, including the default.
    private static FieldLimits.Rule localized(FieldLimits.Rule rule) {
        return (list, name) ->
                first(
                        when(
                                list.valueStream()
                                        .noneMatch(one ->
                                                one.path("locale")
                                                        .asString("default")
                                                        .equals("default")),
                                GraphErrors.invalid(name, "must have a default locale")),
                        each(list, name, rule));
    }

    private static Optional<GraphError> menu(JsonNode menu, String name) {
        var actions = part(name, "call_to_actions");
        return first(
                count(menu.path("call_to_actions"), actions, 0, 20),
                each(
                        menu.path("call_to_actions"),
                        actions,
                        (item, itemName) -> text(item, itemName, "title", 30)));
    }

    private static Optional<GraphError> iceBreakers(JsonNode list, String name) {
        return each(
                list,
                name,
                (one, oneName) ->
                        count(
                                one.path("call_to_actions"),
                                part(oneName, "call_to_actions"),
                                one.has("question") ? 0 : 1,
                                4));
    }

    private static Optional<GraphError> commands(JsonNode one, String name) {
        var commands = part(name, "commands");
        return first(
                count(one.path("commands"), commands, 1, 100),
                each(
                        one.path("commands"),
                        commands,
                        (command, commandName) ->
                                first(
                                        text(command, commandName, "name", 32),
                                        text(command, commandName, "description", 64))));
    }
}
