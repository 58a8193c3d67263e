package dev.parley.simulator.graph;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// One call with all its parameters, whether from the URL, a form or JSON.
///
/// @param base the address under which the caller reaches this simulator
public record GraphCall(
        String method,
        String path,
        String base,
        @Nullable String token,
        Map<String, JsonNode> parameters,
        @Nullable MultipartFile upload) {
    /// {@return the parameter, or a missing node}
    public JsonNode json(String name) {
        return parameters.getOrDefault(name, MissingNode.getInstance());
    }

    public Optional<String> text(String name) {
        return Optional.of(json(name))
                .filter(JsonNode::isValueNode)
                .map(JsonNode::asString)
                .filter(text -> !text.isBlank());
    }

    public String needed(String name) {
        return text(name).orElseThrow(() -> new GraphRefusal(GraphErrors.missing(name)));
    }

    /// {@return a list, given with commas or as JSON}
    public Set<String> list(String name) {
        var all = new LinkedHashSet<String>();
        if (json(name).isArray()) {
            json(name).forEach(one -> all.add(one.asString("")));
        } else {
            text(name).ifPresent(text -> all.addAll(List.of(text.split("\\s*,\\s*"))));
        }
        return all;
    }
}
