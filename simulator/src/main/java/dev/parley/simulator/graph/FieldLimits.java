package dev.parley.simulator.graph;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// Limits for the fields of a message, reported with Meta's names of the fields.
public final class FieldLimits {
    private FieldLimits() {}

    /// {@return the first of these, if any}
    @SafeVarargs
    public static Optional<GraphError> first(Optional<GraphError>... objections) {
        for (var objection : objections) {
            if (objection.isPresent()) {
                return objection;
            }
        }
        return Optional.empty();
    }

    public static Optional<GraphError> when(boolean wrong, GraphError error) {
        return wrong ? Optional.of(error) : Optional.empty();
    }

    /// A required text with a maximum length.
    public static Optional<GraphError> text(JsonNode of, String name, String key, int most) {
        return of.path(key).asString("").isBlank()
                ? Optional.of(GraphErrors.missing(part(name, key)))
                : atMost(of, name, key, most);
    }

    /// An optional text with a maximum length.
    public static Optional<GraphError> atMost(JsonNode of, String name, String key, int most) {
        var text = of.path(key).asString("");
        return when(text.length() > most, GraphErrors.tooLong(part(name, key), most));
    }

    public static Optional<GraphError> present(JsonNode of, String name, String key) {
        return when(
                of.path(key).isMissingNode() || of.path(key).isNull(),
                GraphErrors.missing(part(name, key)));
    }

    /// A list, which can be missing if it can be empty.
    public static Optional<GraphError> count(JsonNode list, String name, int least, int most) {
        var isPresent = !list.isMissingNode() && !list.isNull();
        return first(
                when(isPresent && !list.isArray(), GraphErrors.invalid(name, "must be an array")),
                when(
                        list.size() < least || list.size() > most,
                        GraphErrors.invalid(
                                name,
                                "must have between %d and %d elements".formatted(least, most))));
    }

    /// {@return the first objection to an element of the list}
    public static Optional<GraphError> each(JsonNode list, String name, Rule rule) {
        return IntStream.range(0, list.isArray() ? list.size() : 0)
                .mapToObj(at -> object(list.get(at), part(name, Integer.toString(at)), rule))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<GraphError> object(JsonNode thing, String name, Rule rule) {
        return thing.isObject()
                ? rule.objection(thing, name)
                : Optional.of(GraphErrors.invalid(name, "must be an object"));
    }

    /// An object without other keys.
    public static Optional<GraphError> keys(JsonNode of, String name, Set<String> known) {
        var others =
                of.propertyNames().stream()
                        .filter(key -> !known.contains(key))
                        .collect(Collectors.joining(", "));
        return when(!others.isEmpty(), GraphErrors.invalidKeys(others, name));
    }

    /// {@return an objection to the first value that is not known}
    public static Optional<GraphError> allKnown(
            String name, Collection<String> given, Set<String> known) {
        var list = List.copyOf(given);
        return IntStream.range(0, list.size())
                .filter(at -> !known.contains(list.get(at)))
                .mapToObj(at ->
                        GraphErrors.notOneOf(
                                part(name, Integer.toString(at)),
                                String.join(", ", new TreeSet<>(known)),
                                list.get(at)))
                .findFirst();
    }

    /// Checks a value of this name.
    public interface Rule {
        Optional<GraphError> objection(JsonNode thing, String name);
    }

    public static String part(String name, String key) {
        return "%s[%s]".formatted(name, key);
    }
}
