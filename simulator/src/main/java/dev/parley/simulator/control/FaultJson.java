package dev.parley.simulator.control;

import dev.parley.simulator.fault.Condition;
import dev.parley.simulator.fault.Effect;
import dev.parley.simulator.fault.Fault;
import dev.parley.simulator.fault.SendFault;
import dev.parley.simulator.fault.WebhookFault;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Reads and writes the effects of faults for the control API.
final class FaultJson {
    private static final int EXPIRED = 463;
    private static final int NEARLY_USED_UP = 80;
    private static final int A_WEEK = 7;
    private static final int MINUTES = 10;
    private static final Duration A_WHILE = Duration.ofSeconds(2);

    private FaultJson() {}

    static Effect effect(JsonNode request) {
        var kind = ControlLookup.required("kind", request.path("kind").asString(""));
        return switch (kind) {
            case "error", "cut", "slow", "garbage" -> onSends(kind, request);
            default ->
                    named(WebhookFault.Kind.class, kind)
                            .<Effect>map(one -> onWebhooks(one, request))
                            .or(() -> condition(kind, request))
                            .orElseThrow(() -> ControlLookup.bad("There is no fault " + kind));
        };
    }

    /// {@return the fault of a send that these keys describe}
    static SendFault onSends(JsonNode request) {
        return request.has("error")
                ? onSends("error", request)
                : request.has("cut")
                        ? onSends("cut", request)
                        : onSends(request.has("delayMillis") ? "slow" : "garbage", request);
    }

    private static SendFault onSends(String kind, JsonNode request) {
        return switch (kind) {
            case "error" -> refuse(request.path("error"));
            case "cut" -> new SendFault.Cut(!request.path("cut").asString("").equals("before"));
            case "slow" -> new SendFault.Delay(delay(request, 8000));
            default ->
                    new SendFault.Garbage(
                            status(request, 500), request.path("html").asBoolean(true));
        };
    }

    private static SendFault refuse(JsonNode error) {
        var subcode = error.path("subcode");
        return new SendFault.Refuse(
                error.path("code").asInt(1),
                subcode.isNumber() ? (Integer) subcode.asInt(0) : null,
                error.path("message").asString("An unknown error has occurred."),
                error.path("type").asString("OAuthException"),
                status(error, 400),
                error.path("transient").asBoolean(false));
    }

    private static WebhookFault onWebhooks(WebhookFault.Kind kind, JsonNode request) {
        return new WebhookFault(
                kind,
                delay(request, A_WHILE.toMillis()),
                ControlLookup.within("many", request.path("many").asLong(3), 1, 1000));
    }

    private static int status(JsonNode request, int otherwise) {
        return ControlLookup.within("status", request.path("status").asLong(otherwise), 200, 599);
    }

    private static Duration delay(JsonNode request, long otherwise) {
        return Duration.ofMillis(
                ControlLookup.within(
                        "delayMillis", request.path("delayMillis").asLong(otherwise), 0, 600_000));
    }

    static WebhookFault usual(WebhookFault.Kind kind) {
        return new WebhookFault(kind, A_WHILE, 3);
    }

    static Condition expired() {
        return new Condition(Condition.Kind.TOKEN_INVALID, EXPIRED);
    }

    private static Optional<Condition> condition(String name, JsonNode request) {
        return named(Condition.Kind.class, name)
                .map(kind -> new Condition(kind, value(kind, request)));
    }

    private static int value(Condition.Kind kind, JsonNode request) {
        return switch (kind) {
            case USAGE -> request.path("percent").asInt(NEARLY_USED_UP);
            case TOKEN_ENDS, DATA_ACCESS_ENDS -> request.path("days").asInt(A_WEEK);
            case CLOCK_AHEAD -> request.path("minutes").asInt(MINUTES);
            default -> request.path("subcode").asInt(EXPIRED);
        };
    }

    static Map<String, Object> shown(Fault fault) {
        var map = new LinkedHashMap<String, Object>();
        map.put("id", fault.id());
        map.put("kind", kind(fault.effect()));
        map.putAll(scope(fault));
        map.putAll(details(fault.effect()));
        return map;
    }

    /// {@return where the fault applies, and how often}
    static Map<String, Object> scope(Fault fault) {
        var map = new LinkedHashMap<String, Object>();
        Optional.ofNullable(fault.page()).ifPresent(page -> map.put("page", page));
        Optional.ofNullable(fault.only()).ifPresent(only -> map.put("only", only));
        if (fault.left() == null) {
            map.put("always", true);
        } else {
            map.put("next", fault.left());
        }
        return map;
    }

    static Map<String, Object> details(Effect effect) {
        return switch (effect) {
            case SendFault.Refuse refuse -> Map.of("error", shown(refuse));
            case SendFault.Cut(var accepted) -> Map.of("cut", accepted ? "after" : "before");
            case SendFault.Delay(var by) -> Map.of("delayMillis", by.toMillis());
            case SendFault.Garbage(var status, var html) -> Map.of("status", status, "html", html);
            case WebhookFault(var kind, var by, var many) ->
                    switch (kind) {
                        case DELAY, REORDER -> Map.of("delayMillis", by.toMillis());
                        case BATCH -> Map.of("many", many, "delayMillis", by.toMillis());
                        default -> Map.of();
                    };
            case Condition(var kind, var value) ->
                    switch (kind) {
                        case TOKEN_INVALID -> Map.of("subcode", value);
                        case USAGE -> Map.of("percent", value);
                        case TOKEN_ENDS, DATA_ACCESS_ENDS -> Map.of("days", value);
                        case CLOCK_AHEAD -> Map.of("minutes", value);
                        default -> Map.of();
                    };
        };
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
        map.put("transient", refuse.isTransient());
        return map;
    }

    private static String kind(Effect effect) {
        return switch (effect) {
            case SendFault.Refuse _ -> "error";
            case SendFault.Cut _ -> "cut";
            case SendFault.Delay _ -> "slow";
            case SendFault.Garbage _ -> "garbage";
            case WebhookFault(var kind, _, _) -> name(kind);
            case Condition(var kind, _) -> name(kind);
        };
    }

    /// {@return `ECHO_FIRST` as `echoFirst`}
    static String name(Enum<?> kind) {
        var words = kind.name().toLowerCase(Locale.ROOT).split("_", -1);
        var name = new StringBuilder(words[0]);
        Arrays.stream(words)
                .skip(1)
                .forEach(word ->
                        name.append(Character.toUpperCase(word.charAt(0)))
                                .append(word.substring(1)));
        return name.toString();
    }

    static <K extends Enum<K>> Optional<K> named(Class<K> kinds, String name) {
        return Arrays.stream(kinds.getEnumConstants())
                .filter(kind -> name(kind).equals(name))
                .findFirst();
    }
}
