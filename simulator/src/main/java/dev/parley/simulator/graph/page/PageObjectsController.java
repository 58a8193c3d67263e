package dev.parley.simulator.graph.page;

import dev.parley.simulator.graph.FieldList;
import dev.parley.simulator.graph.GraphCall;
import dev.parley.simulator.graph.GraphErrors;
import dev.parley.simulator.graph.GraphRefusal;
import dev.parley.simulator.graph.NodeType;
import dev.parley.simulator.graph.Paging;
import dev.parley.simulator.graph.Tokens;
import dev.parley.simulator.world.Directory;
import dev.parley.simulator.world.Page;
import dev.parley.simulator.world.Person;
import java.util.Map;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Personas and labels.
@RestController
class PageObjectsController {
    private static final Map<String, Object> SUCCESS = Map.of("success", true);
    private static final int LONGEST_NAME = 50;
    private static final int USUAL_LIMIT = 25;

    private final Tokens tokens;
    private final Directory directory;
    private final Personas personas;
    private final Labels labels;
    private final PageObjects pageObjects;

    PageObjectsController(
            Tokens tokens,
            Directory directory,
            Personas personas,
            Labels labels,
            PageObjects pageObjects) {
        this.tokens = tokens;
        this.directory = directory;
        this.personas = personas;
        this.labels = labels;
        this.pageObjects = pageObjects;
    }

    @PostMapping("/{node:me|\\d+}/personas")
    Map<String, Object> addPersona(@PathVariable String node, GraphCall call) {
        var page = tokens.page(call, node);
        var name = call.needed("name");
        var picture = call.needed("profile_picture_url");
        if (name.length() > LONGEST_NAME) {
            throw new GraphRefusal(GraphErrors.tooLong("name", LONGEST_NAME));
        }
        return Map.of("id", personas.add(page, name, picture).id());
    }

    @GetMapping("/{node:me|\\d+}/personas")
    Map<String, Object> personas(@PathVariable String node, GraphCall call) {
        var page = tokens.page(call, node);
        var wanted = FieldList.of(call, NodeType.PERSONA, "id,name,profile_picture_url");
        var all =
                personas.of(page).stream()
                        .map(persona -> wanted.pick(PageObjects.shown(persona)))
                        .toList();
        return Paging.answer(Paging.part(all, call, USUAL_LIMIT), call, all.size());
    }

    @PostMapping("/{node:me|\\d+}/custom_labels")
    Map<String, Object> addLabel(@PathVariable String node, GraphCall call) {
        var page = tokens.page(call, node);
        var name = call.text("page_label_name").orElseGet(() -> call.needed("name"));
        return Map.of("id", labels.add(page, name).id());
    }

    /// The labels of the page, or of one person.
    @GetMapping("/{node:me|\\d+}/custom_labels")
    Map<String, Object> labels(@PathVariable String node, GraphCall call) {
        var page = tokens.page(call);
        var person = directory.personKnownTo(page, node).map(Person::id);
        var ofPage = node.equals("me") || node.equals(page.id());
        if (!ofPage && person.isEmpty()) {
            throw new GraphRefusal(GraphErrors.noObject(call.method(), node));
        }
        var wanted = FieldList.of(call, NodeType.LABEL, "id");
        var all =
                labels.of(page).stream()
                        .filter(label -> ofPage || label.people().contains(person.get()))
                        .map(label -> wanted.pick(PageObjects.shown(label)))
                        .toList();
        return Paging.answer(Paging.part(all, call, USUAL_LIMIT), call, all.size());
    }

    @PostMapping("/{label:\\d+}/label")
    Map<String, Object> assign(@PathVariable String label, GraphCall call) {
        var page = tokens.page(call);
        labels.assign(label(page, label, call), person(page, call));
        return SUCCESS;
    }

    @DeleteMapping("/{label:\\d+}/label")
    Map<String, Object> unassign(@PathVariable String label, GraphCall call) {
        var page = tokens.page(call);
        labels.unassign(label(page, label, call), person(page, call));
        return SUCCESS;
    }

    @DeleteMapping("/{node:\\d+}")
    Map<String, Object> remove(@PathVariable String node, GraphCall call) {
        if (!pageObjects.remove(tokens.page(call), node)) {
            throw new GraphRefusal(GraphErrors.noObject(call.method(), node));
        }
        return SUCCESS;
    }

    private Labels.Label label(Page page, String id, GraphCall call) {
        return labels.find(page, id)
                .orElseThrow(() -> new GraphRefusal(GraphErrors.noObject(call.method(), id)));
    }

    private Person person(Page page, GraphCall call) {
        return directory
                .personKnownTo(page, call.needed("user"))
                .orElseThrow(() -> new GraphRefusal(GraphErrors.NOBODY));
    }
}
