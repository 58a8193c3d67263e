package dev.parley.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Checks real responses against the description of the API, strictly: a status, content type or
/// member that it does not name is as wrong as a member that differs from its description.
final class Contract {
    /// Keywords that do not affect whether a value is valid.
    private static final Set<String> WORDS =
            Set.of("description", "example", "examples", "title", "default", "deprecated");

    private final JsonNode api;
    private final Set<String> seen = new TreeSet<>();

    Contract(JsonNode api) {
        this.api = api;
    }

    boolean has(String operation) {
        return !operation(operation).isMissingNode();
    }

    /// {@return every operation with every status that it documents}
    Set<String> promised() {
        var all = new TreeSet<String>();
        for (var path : api.path("paths")) {
            for (var operation : path) {
                operation
                        .path("responses")
                        .propertyNames()
                        .forEach(status ->
                                all.add(operation.path("operationId").asString() + " " + status));
            }
        }
        return all;
    }

    /// {@return those of them for which a response was seen}
    Set<String> seen() {
        return Set.copyOf(seen);
    }

    /// {@return what is wrong with this response}
    List<String> flaws(String operation, int status, String contentType, byte[] body) {
        var about = operation + " " + status;
        var response = operation(operation).path("responses").path("" + status);
        if (response.isMissingNode()) {
            return List.of(about + " is not described");
        }
        seen.add(about);
        var content = response.path("content");
        if (content.isMissingNode() || content.isEmpty()) {
            return body.length == 0 ? List.of() : List.of(about + " has a body");
        }
        var type = contentType.split(";", 2)[0];
        var media =
                content.properties().stream().filter(one -> fits(one.getKey(), type)).findFirst();
        if (media.isEmpty()) {
            return List.of("%s is %s, not %s".formatted(about, type, content.propertyNames()));
        }
        return type.endsWith("json") ? inBody(about, media.get().getValue(), body) : List.of();
    }

    /// {@return what is wrong with a problem, for any request}
    List<String> problemFlaws(String about, byte[] body) {
        return flaws(
                api.at("/components/schemas/Problem"), JsonMapper.shared().readTree(body), about);
    }

    private List<String> inBody(String about, JsonNode media, byte[] body) {
        return flaws(media.path("schema"), JsonMapper.shared().readTree(body), about);
    }

    private JsonNode operation(String id) {
        for (var path : api.path("paths")) {
            for (var operation : path) {
                if (operation.path("operationId").asString("").equals(id)) {
                    return operation;
                }
            }
        }
        return JsonMapper.shared().missingNode();
    }

    private static boolean fits(String described, String type) {
        return described.equals(type)
                || (described.endsWith("/*")
                        && type.startsWith(described.substring(0, described.length() - 1)));
    }

    private List<String> flaws(JsonNode schema, JsonNode value, String place) {
        var flaws = new ArrayList<String>();
        for (var rule : schema.properties()) {
            var wanted = rule.getValue();
            switch (rule.getKey()) {
                case "$ref" ->
                        flaws.addAll(flaws(api.at(wanted.asString().substring(1)), value, place));
                case "anyOf" -> {
                    if (wanted.valueStream().noneMatch(one -> flaws(one, value, place).isEmpty())) {
                        flaws.add(place + " is none of " + wanted);
                    }
                }
                case "type" -> {
                    if (!isOf(wanted, value)) {
                        flaws.add("%s is %s, not %s".formatted(place, value, wanted));
                    }
                }
                case "enum" -> {
                    if (wanted.valueStream().noneMatch(value::equals)) {
                        flaws.add("%s is %s, not of %s".formatted(place, value, wanted));
                    }
                }
                case "required" ->
                        wanted.valueStream()
                                .filter(name -> value.isObject() && !value.has(name.asString()))
                                .forEach(name -> flaws.add(place + " lacks " + name));
                case "properties" -> flaws.addAll(members(wanted, value, place));
                case "items" -> {
                    for (var index = 0; value.isArray() && index < value.size(); index++) {
                        flaws.addAll(flaws(wanted, value.get(index), place + "/" + index));
                    }
                }
                case "format" -> {
                    if (value.isString() && !hasFormat(wanted.asString(), value.asString())) {
                        flaws.add("%s is no %s: %s".formatted(place, wanted, value));
                    }
                }
                default -> {
                    if (!WORDS.contains(rule.getKey())) {
                        flaws.add("Nobody checks %s at %s".formatted(rule.getKey(), place));
                    }
                }
            }
        }
        return flaws;
    }

    private List<String> members(JsonNode described, JsonNode value, String place) {
        var flaws = new ArrayList<String>();
        for (var member : value.properties()) {
            var schema = described.path(member.getKey());
            if (schema.isMissingNode()) {
                flaws.add("%s/%s is not described".formatted(place, member.getKey()));
            } else {
                flaws.addAll(flaws(schema, member.getValue(), place + "/" + member.getKey()));
            }
        }
        return flaws;
    }

    private static boolean isOf(JsonNode types, JsonNode value) {
        return types.isArray()
                ? types.valueStream().anyMatch(type -> is(type.asString(), value))
                : is(types.asString(), value);
    }

    private static boolean is(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> false;
        };
    }

    private static boolean hasFormat(String format, String text) {
        try {
            return switch (format) {
                case "uuid" -> UUID.fromString(text).toString().equals(text);
                case "date-time" -> Instant.parse(text).isAfter(Instant.EPOCH);
                default -> true;
            };
        } catch (IllegalArgumentException | DateTimeException _) {
            return false;
        }
    }
}
