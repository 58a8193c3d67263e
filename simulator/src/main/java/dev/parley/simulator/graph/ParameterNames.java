package dev.parley.simulator.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/// Collects parameters by their names in URLs and forms. Meta reads them as PHP does:
/// `recipient[id]` is a part of `recipient`, `fields[0]` and `fields[]` are elements of `fields`.
/// Of two parameters with the same name, the first one is used.
final class ParameterNames {
    private static final int MOST = 1000;
    private static final int DEEPEST = 16;
    private static final Pattern PART = Pattern.compile("\\[([^\\[\\]]*)\\]");

    /// Parts of other parameters that can be JSON. Any other part is text, even if it looks like
    /// JSON.
    private static final Set<String> MAY_BE_JSON =
            Set.of("attachment", "quick_replies", "elements", "buttons");

    /// A name with parts below it; a leaf is a JSON value.
    private static final class Branch {
        final Map<String, Object> below = new LinkedHashMap<>();

        /// @param key empty for the next index
        String named(String key) {
            return key.isEmpty() ? Integer.toString(below.size()) : key;
        }
    }

    private final JsonMapper json;
    private final Branch root = new Branch();
    private int read;

    ParameterNames(JsonMapper json) {
        this.json = json;
    }

    void put(String name, String value) {
        var path = path(name);
        if (path.isEmpty() || path.size() > DEEPEST || read++ >= MOST) {
            return;
        }
        var at = root;
        for (var key : path.subList(0, path.size() - 1)) {
            var next = at.below.computeIfAbsent(at.named(key), _ -> new Branch());
            if (!(next instanceof Branch branch)) {
                return;
            }
            at = branch;
        }
        at.below.putIfAbsent(at.named(path.getLast()), leaf(path, value));
    }

    private static List<String> path(String name) {
        var open = name.indexOf('[');
        var path = new ArrayList<String>();
        path.add(open <= 0 ? name : name.substring(0, open));
        if (open > 0) {
            PART.matcher(name.substring(open)).results().forEach(part -> path.add(part.group(1)));
        }
        return name.isEmpty() ? List.of() : path;
    }

    private JsonNode leaf(List<String> path, String value) {
        var last = path.getLast();
        var whole = path.size() == 1;
        var ofAttachment =
                !whole && last.equals("payload") && path.get(path.size() - 2).equals("attachment");
        return whole || ofAttachment || MAY_BE_JSON.contains(last)
                ? lenient(value)
                : StringNode.valueOf(value);
    }

    /// A value that looks like JSON is read as JSON, any other value as text.
    private JsonNode lenient(String value) {
        if (!value.startsWith("{") && !value.startsWith("[")) {
            return StringNode.valueOf(value);
        }
        try {
            return json.readTree(value);
        } catch (JacksonException _) {
            return StringNode.valueOf(value);
        }
    }

    Map<String, JsonNode> all() {
        var all = new LinkedHashMap<String, JsonNode>();
        root.below.forEach((name, value) -> all.put(name, tree(value)));
        return all;
    }

    private JsonNode tree(@Nullable Object value) {
        return switch (value) {
            case JsonNode leaf -> leaf;
            case Branch branch when isList(branch) -> list(branch);
            case Branch branch -> object(branch);
            case null, default -> json.nullNode();
        };
    }

    private static boolean isList(Branch branch) {
        return IntStream.range(0, branch.below.size())
                .mapToObj(Integer::toString)
                .allMatch(branch.below::containsKey);
    }

    private JsonNode list(Branch branch) {
        var list = json.createArrayNode();
        IntStream.range(0, branch.below.size())
                .forEach(at -> list.add(tree(branch.below.get(Integer.toString(at)))));
        return list;
    }

    private JsonNode object(Branch branch) {
        var object = json.createObjectNode();
        branch.below.forEach((name, value) -> object.set(name, tree(value)));
        return object;
    }
}
