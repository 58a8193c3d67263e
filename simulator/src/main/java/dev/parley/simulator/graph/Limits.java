package dev.parley.simulator.graph;

import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// What a part of a message must be like, said with the name that Meta has for the part.
public final class Limits {
    private Limits() {}

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

    /// A text that must be there, and not be longer than this.
    public static Optional<GraphError> text(JsonNode of, String name, String key, int most) {
        return of.path(key).asString("").isBlank()
                ? Optional.of(GraphErrors.missing(part(name, key)))
                : atMost(of, name, key, most);
    }

    /// A text that may be missing.
    public static Optional<GraphError> atMost(JsonNode of, String name, String key, int most) {
        var text = of.path(key).asString("");
        return when(text.length() > most, GraphErrors.tooLong(part(name, key), most));
    }

    public static Optional<GraphError> present(JsonNode of, String name, String key) {
        return when(
                of.path(key).isMissingNode() || of.path(key).isNull(),
                GraphErrors.missing(part(name, key)));
    }

    public static Optional<GraphError> count(JsonNode list, String name, int least, int most) {
        return when(
                list.size() < least || list.size() > most,
                GraphErrors.invalid(
                        name, "must have between %d and %d elements".formatted(least, most)));
    }

    /// {@return the first objection to anything in the list}
    public static Optional<GraphError> each(JsonNode list, String name, Rule rule) {
        return IntStream.range(0, list.size())
                .mapToObj(at -> rule.objection(list.get(at), part(name, Integer.toString(at))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// What is wrong with a thing of this name.
    public interface Rule {
        Optional<GraphError> objection(JsonNode thing, String name);
    }

    public static String part(String name, String key) {
        return "%s[%s]".formatted(name, key);
    }
}
