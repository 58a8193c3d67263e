package dev.parley.stories;

import dev.parley.testing.Simulator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// All timelines, as a program reads them from the API.
///
/// @param byPerson by the person's id in the simulator
record Timelines(String page, Map<String, List<JsonNode>> byPerson) {
    static Timelines read(Simulator simulator, Integrator integrator, Crowd crowd) {
        var psids = new LinkedHashMap<String, String>();
        for (var person : simulator.state().path("people")) {
            psids.put(
                    person.path("psids").path(crowd.page()).asString(),
                    person.path("id").asString());
        }
        var all = new LinkedHashMap<String, List<JsonNode>>();
        crowd.people().forEach(person -> all.put(person, new ArrayList<>()));
        for (var one :
                integrator.list("/api/v1/conversations", Map.of("endpointId", crowd.page()))) {
            var person = psids.get(one.path("personId").asString());
            var path = "/api/v1/conversations/%s/messages".formatted(one.path("id").asString());
            all.computeIfAbsent(person, _ -> new ArrayList<>())
                    .addAll(integrator.list(path, Map.of()));
        }
        return new Timelines(crowd.page(), all);
    }

    Set<String> people() {
        return byPerson.keySet();
    }

    List<JsonNode> of(String person) {
        return byPerson.getOrDefault(person, List.of());
    }
}
