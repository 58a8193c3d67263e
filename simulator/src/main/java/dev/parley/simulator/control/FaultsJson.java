package dev.parley.simulator.control;

import dev.parley.simulator.fault.Faults;
import dev.parley.simulator.fault.PlannedFaults;
import dev.parley.simulator.fault.SendFault;
import dev.parley.simulator.fault.Switches;
import dev.parley.simulator.fault.WebhookFault;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Faults as the control API writes them.
@Component
class FaultsJson {
    private static final Map<String, WebhookFault> WEBHOOKS =
            Map.of(
                    "duplicate", WebhookFault.DUPLICATE,
                    "wrongSignature", WebhookFault.WRONG_SIGNATURE,
                    "drop", WebhookFault.DROP);

    private final Faults faults;

    FaultsJson(Faults faults) {
        this.faults = faults;
    }

    void apply(JsonNode order) {
        if (order.has("sends")) {
            faults.plan(planned(order.get("sends")));
        }
        WEBHOOKS.forEach((name, fault) -> apply(order.path("webhooks").path(name), fault));
        faults.turn(switches(order, faults.switches()));
    }

    private void apply(JsonNode count, WebhookFault fault) {
        if (count.isNumber()) {
            faults.plan(fault, count.asInt());
        }
    }

    private static Switches switches(JsonNode order, Switches now) {
        return new Switches(
                order.path("profileAccess").asBoolean(now.profileAccess()),
                order.path("humanAgentApproved").asBoolean(now.humanAgentApproved()),
                order.path("developmentMode").asBoolean(now.developmentMode()),
                order.path("proofRequired").asBoolean(now.proofRequired()),
                order.has("tokenExpired") ? pages(order.get("tokenExpired")) : now.tokenExpired());
    }

    private static Set<String> pages(JsonNode ids) {
        var all = new LinkedHashSet<String>();
        ids.forEach(id -> all.add(id.asString()));
        return all;
    }

    private static List<PlannedFaults> planned(JsonNode sends) {
        return sends.isArray()
                ? StreamSupport.stream(sends.spliterator(), false).map(FaultsJson::one).toList()
                : sends.isObject() ? List.of(one(sends)) : List.of();
    }

    private static PlannedFaults one(JsonNode send) {
        return new PlannedFaults(send.path("next").asInt(1), fault(send));
    }

    private static SendFault fault(JsonNode send) {
        if (send.has("error")) {
            return refuse(send.get("error"));
        }
        if (send.has("cut")) {
            return new SendFault.Cut(send.get("cut").asString().equals("after"));
        }
        return send.has("delayMillis")
                ? new SendFault.Delay(Duration.ofMillis(send.get("delayMillis").asLong()))
                : new SendFault.Garbage(
                        send.path("status").asInt(500), send.path("html").asBoolean(true));
    }

    private static SendFault refuse(JsonNode error) {
        var subcode = error.path("subcode");
        return new SendFault.Refuse(
                error.path("code").asInt(1),
                subcode.isNumber() ? subcode.asInt() : null,
                error.path("message").asString("An unknown error has occurred."),
                error.path("type").asString("OAuthException"),
                error.path("status").asInt(400),
                error.path("transient").asBoolean(false));
    }

    Map<String, Object> asTheyAre() {
        var map = new LinkedHashMap<String, Object>();
        map.put("sends", faults.sends().stream().map(FaultsJson::shown).toList());
        var webhooks = new LinkedHashMap<String, Object>();
        WEBHOOKS.forEach((name, fault) -> webhooks.put(name, faults.left(fault)));
        map.put("webhooks", webhooks);
        var now = faults.switches();
        map.put("profileAccess", now.profileAccess());
        map.put("humanAgentApproved", now.humanAgentApproved());
        map.put("developmentMode", now.developmentMode());
        map.put("proofRequired", now.proofRequired());
        map.put("tokenExpired", now.tokenExpired());
        return map;
    }

    private static Map<String, Object> shown(PlannedFaults planned) {
        var map = new LinkedHashMap<String, Object>();
        map.put("next", planned.next());
        switch (planned.fault()) {
            case SendFault.Refuse refuse -> map.put("error", shown(refuse));
            case SendFault.Cut(var accepted) -> map.put("cut", accepted ? "after" : "before");
            case SendFault.Delay(var by) -> map.put("delayMillis", by.toMillis());
            case SendFault.Garbage(var status, var html) -> {
                map.put("status", status);
                map.put("html", html);
            }
        }
        return map;
    }

    private static Map<String, Object> shown(SendFault.Refuse refuse) {
        var map = new LinkedHashMap<String, Object>();
        map.put("code", refuse.code());
        if (refuse.subcode() != null) {
            map.put("subcode", refuse.subcode());
        }
        map.put("message", refuse.message());
        map.put("type", refuse.type());
        map.put("status", refuse.status());
        map.put("transient", refuse.passing());
        return map;
    }
}
