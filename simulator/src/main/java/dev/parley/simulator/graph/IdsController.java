package dev.parley.simulator.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Several nodes by their ids. One unknown id makes the whole call fail, as with Meta.
@RestController
class IdsController {
    private static final int MOST = 50;

    private final List<Node> nodes;

    IdsController(List<Node> nodes) {
        this.nodes = nodes;
    }

    @GetMapping(GraphGate.IDS)
    Map<String, Object> all(GraphCall call) {
        if (call.json("ids").isMissingNode()) {
            throw new GraphRefusal(GraphErrors.noObject(call.method(), ""));
        }
        var ids = call.list("ids");
        if (ids.isEmpty() || ids.stream().anyMatch(String::isBlank)) {
            throw new GraphRefusal(GraphErrors.NO_ID);
        }
        if (ids.size() > MOST) {
            throw new GraphRefusal(GraphErrors.tooManyIds(MOST, ids.size()));
        }
        var all = new LinkedHashMap<String, Object>();
        ids.forEach(id -> all.put(id, one(id, call)));
        return all;
    }

    private Map<String, Object> one(String id, GraphCall call) {
        return nodes.stream()
                .filter(node -> node.isNamedBy(id))
                .findFirst()
                .orElseThrow(() -> new GraphRefusal(GraphErrors.noAlias(id)))
                .show(id, call);
    }
}
