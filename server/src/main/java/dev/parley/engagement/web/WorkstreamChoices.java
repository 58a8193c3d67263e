package dev.parley.engagement.web;

import dev.parley.admin.kit.SelectOption;
import dev.parley.engagement.web.view.Place;
import dev.parley.workstream.Workstream;
import dev.parley.workstream.WorkstreamId;
import dev.parley.workstream.Workstreams;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The workstreams that an entry of a shared library is restricted to.
@Component
class WorkstreamChoices {
    private final Workstreams workstreams;

    WorkstreamChoices(Workstreams workstreams) {
        this.workstreams = workstreams;
    }

    /// {@return the choices in a form; none for an agent's own entry}
    List<SelectOption> options(Place place, Collection<UUID> chosen) {
        return place.shared()
                ? workstreams.all().stream()
                        .map(one ->
                                new SelectOption(
                                        one.id().toString(),
                                        one.name(),
                                        chosen.contains(one.id().value())))
                        .toList()
                : List.of();
    }

    Map<WorkstreamId, String> names() {
        return workstreams.all().stream()
                .collect(Collectors.toMap(Workstream::id, Workstream::name));
    }

    /// {@return the names of those that were chosen, and still exist}
    ///
    /// @param names of all workstreams
    static List<String> named(Map<WorkstreamId, String> names, Collection<WorkstreamId> chosen) {
        return names.entrySet().stream()
                .filter(one -> chosen.contains(one.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
    }
}
