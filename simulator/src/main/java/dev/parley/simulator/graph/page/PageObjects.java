package dev.parley.simulator.graph.page;

import dev.parley.simulator.graph.FieldList;
import dev.parley.simulator.graph.GraphCall;
import dev.parley.simulator.graph.NodeType;
import dev.parley.simulator.world.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Objects of a page that can be read by their id: personas and labels.
@Component
class PageObjects {
    private final Personas personas;
    private final Labels labels;

    PageObjects(Personas personas, Labels labels) {
        this.personas = personas;
        this.labels = labels;
    }

    /// An object with all its fields.
    record PageObject(NodeType type, Map<String, Object> all) {
        /// {@return the requested fields; all if none are requested}
        Map<String, Object> pick(GraphCall call) {
            return FieldList.of(call, type, String.join(",", all.keySet())).pick(all);
        }
    }

    Optional<PageObject> find(Page page, String id) {
        return personas.find(page, id)
                .map(persona -> new PageObject(NodeType.PERSONA, shown(persona)))
                .or(() ->
                        labels.find(page, id)
                                .map(label -> new PageObject(NodeType.LABEL, shown(label))));
    }

    boolean remove(Page page, String id) {
        return personas.remove(page, id) || labels.remove(page, id);
    }

    static Map<String, Object> shown(Personas.Persona persona) {
        var map = new LinkedHashMap<String, Object>();
        map.put("name", persona.name());
        map.put("profile_picture_url", persona.picture());
        map.put("id", persona.id());
        return map;
    }

    static Map<String, Object> shown(Labels.Label label) {
        var map = new LinkedHashMap<String, Object>();
        map.put("page_label_name", label.name());
        map.put("name", label.name());
        map.put("id", label.id());
        return map;
    }
}
