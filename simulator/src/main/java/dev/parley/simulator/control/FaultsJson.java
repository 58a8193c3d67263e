package dev.parley.simulator.control;

import dev.parley.simulator.fault.Condition;
import dev.parley.simulator.fault.Effect;
import dev.parley.simulator.fault.Fault;
import dev.parley.simulator.fault.Faults;
import dev.parley.simulator.fault.SendFault;
import dev.parley.simulator.fault.WebhookFault;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Reads and writes faults for the control API: one by one, and the common ones in short form.
@Component
class FaultsJson {
    /// Switches by their short names, and whether `true` means that the condition applies.
    private static final Map<String, Boolean> SWITCHES = new LinkedHashMap<>();

    static {
        SWITCHES.put("profileAccess", false);
        SWITCHES.put("humanAgentApproved", true);
        SWITCHES.put("developmentMode", true);
        SWITCHES.put("proofRequired", true);
    }

    private final Faults faults;
    private final ControlLookup controlLookup;

    FaultsJson(Faults faults, ControlLookup controlLookup) {
        this.faults = faults;
        this.controlLookup = controlLookup;
    }

    Map<String, Object> add(JsonNode request) {
        var effect = FaultJson.effect(request);
        return FaultJson.shown(add(request, effect));
    }

    /// Once by default; `next` or `times` for a number, `always` until it is turned off.
    private Fault add(JsonNode request, Effect effect) {
        var page = request.path("page").asString("");
        var only = request.path("only").asString("");
        return faults.add(
                page.isEmpty() ? null : controlLookup.page(page).id(),
                only.isEmpty() ? null : only,
                times(request, effect),
                effect);
    }

    /// A condition without a number applies until it is turned off; any other fault applies once.
    private static @Nullable Integer times(JsonNode request, Effect effect) {
        var counted = request.has("next") ? request.get("next") : request.path("times");
        var lasting = request.path("always").asBoolean(effect instanceof Condition);
        return lasting && !counted.isNumber() ? null : (Integer) counted.asInt(1);
    }

    void apply(JsonNode request) {
        if (request.has("sends")) {
            planSends(request.get("sends"));
        }
        request.path("webhooks").properties().forEach(one -> plan(one.getKey(), one.getValue()));
        SWITCHES.forEach((name, on) -> turn(name, on, request.path(name)));
        if (request.has("tokenExpired")) {
            expire(request.get("tokenExpired"));
        }
    }

    private void planSends(JsonNode sends) {
        faults.remove(FaultsJson::appliesToSends);
        var all = sends.isObject() ? Stream.of(sends) : sends.valueStream();
        all.filter(one -> one.path("next").asInt(1) > 0)
                .forEach(one -> add(one, FaultJson.onSends(one)));
    }

    private void plan(String name, JsonNode count) {
        var kind =
                FaultJson.named(WebhookFault.Kind.class, name)
                        .orElseThrow(() -> ControlLookup.bad("There is no fault " + name));
        faults.remove(fault -> isEverywhere(fault) && is(fault, kind));
        if (count.asInt(0) > 0) {
            faults.add(null, null, count.asInt(0), FaultJson.usual(kind));
        }
    }

    private void turn(String name, boolean on, JsonNode wanted) {
        if (wanted.isBoolean()) {
            var kind = switchNamed(name);
            faults.remove(fault -> isEverywhere(fault) && is(fault, kind));
            if (wanted.asBoolean() == on) {
                faults.add(null, null, null, new Condition(kind, 0));
            }
        }
    }

    private void expire(JsonNode pages) {
        faults.remove(fault -> FaultJson.expired().equals(fault.effect()));
        pages.forEach(page ->
                faults.add(
                        controlLookup.page(page.asString("")).id(),
                        null,
                        null,
                        FaultJson.expired()));
    }

    Map<String, Object> current() {
        var map = new LinkedHashMap<String, Object>();
        map.put("sends", all(FaultsJson::appliesToSends).map(FaultsJson::planned).toList());
        map.put("webhooks", counts());
        SWITCHES.forEach((name, on) -> map.put(name, on == find(switchNamed(name)).isPresent()));
        map.put("tokenExpired", expired());
        map.put("list", faults.all().stream().map(FaultJson::shown).toList());
        return map;
    }

    private static Map<String, Object> planned(Fault fault) {
        var map = new LinkedHashMap<>(FaultJson.scope(fault));
        map.putAll(FaultJson.details(fault.effect()));
        return map;
    }

    private Map<String, Integer> counts() {
        var map = new LinkedHashMap<String, Integer>();
        Arrays.stream(WebhookFault.Kind.values())
                .forEach(kind ->
                        map.put(
                                FaultJson.name(kind),
                                all(fault -> isEverywhere(fault) && is(fault, kind))
                                        .flatMap(fault -> Stream.ofNullable(fault.left()))
                                        .mapToInt(Integer::intValue)
                                        .sum()));
        return map;
    }

    private List<String> expired() {
        return all(fault -> FaultJson.expired().equals(fault.effect()))
                .flatMap(fault -> Stream.ofNullable(fault.page()))
                .toList();
    }

    private Optional<Fault> find(Condition.Kind kind) {
        return all(fault -> isEverywhere(fault) && is(fault, kind)).findFirst();
    }

    private Stream<Fault> all(Predicate<Fault> which) {
        return faults.all().stream().filter(which);
    }

    private static Condition.Kind switchNamed(String name) {
        return name.equals("profileAccess")
                ? Condition.Kind.NO_PROFILE_ACCESS
                : FaultJson.named(Condition.Kind.class, name).orElseThrow();
    }

    private static boolean appliesToSends(Fault fault) {
        return fault.effect() instanceof SendFault
                && (fault.only() == null || Faults.SENDS.equals(fault.only()));
    }

    private static boolean isEverywhere(Fault fault) {
        return fault.page() == null && fault.only() == null;
    }

    private static boolean is(Fault fault, Enum<?> kind) {
        return switch (fault.effect()) {
            case WebhookFault one -> one.kind() == kind;
            case Condition one -> one.kind() == kind;
            case SendFault _ -> false;
        };
    }
}
