package dev.parley.simulator.graph.page;

import dev.parley.simulator.graph.GraphErrors;
import dev.parley.simulator.graph.GraphRefusal;
import dev.parley.simulator.world.Ids;
import dev.parley.simulator.world.Page;
import dev.parley.simulator.world.Resettable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Names and pictures under which a page can send.
@Component
public class Personas implements Resettable {
    /// A persona of a page.
    public record Persona(String id, String page, String name, String picture) {}

    private final Map<String, Persona> personas = new ConcurrentHashMap<>();

    @Override
    public void reset() {
        personas.clear();
    }

    Persona add(Page page, String name, String picture) {
        var persona = new Persona(Ids.digits(), page.id(), name, picture);
        personas.put(persona.id(), persona);
        return persona;
    }

    List<Persona> of(Page page) {
        return personas.values().stream().filter(one -> one.page().equals(page.id())).toList();
    }

    Optional<Persona> find(Page page, String id) {
        return Optional.ofNullable(personas.get(id)).filter(one -> one.page().equals(page.id()));
    }

    public Persona get(Page page, String id) {
        return find(page, id).orElseThrow(() -> new GraphRefusal(GraphErrors.noObject("POST", id)));
    }

    /// Messages sent under it keep its name.
    boolean remove(Page page, String id) {
        return find(page, id).map(Persona::id).map(personas::remove).isPresent();
    }
}
