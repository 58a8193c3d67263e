package dev.parley.channel;

import static java.util.stream.Collectors.groupingBy;

import dev.parley.channel.EndpointNames.EndpointName;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// All installed channels: what each allows, and the names of its endpoints.
@Component
public class Channels {

    private final ByChannel<ChannelRules> rules;
    private final ByChannel<EndpointNames> names;

    Channels(List<ChannelRules> rules, List<EndpointNames> names) {
        this.rules = new ByChannel<>(rules);
        this.names = new ByChannel<>(names);
    }

    /// {@return what this channel allows}
    ///
    /// @throws IllegalStateException when the channel is not installed
    public ChannelRules rulesOf(ChannelKind channel) {
        return rules.of(channel);
    }

    /// {@return the rules of all installed channels}
    public Collection<ChannelRules> allRules() {
        return rules.all();
    }

    /// {@return whether this endpoint exists, so that messages can be sent for it}
    public boolean hasEndpoint(Endpoint endpoint) {
        var name = namesOf(List.of(endpoint)).get(endpoint);
        return name != null && !name.removed();
    }

    /// {@return the names of these endpoints; no entry for one that never existed}
    public Map<Endpoint, EndpointName> namesOf(Collection<Endpoint> endpoints) {
        var found = new HashMap<Endpoint, EndpointName>();
        endpoints.stream()
                .distinct()
                .collect(groupingBy(Endpoint::channel))
                .forEach((channel, some) -> found.putAll(namesOf(channel, some)));
        return found;
    }

    private Map<Endpoint, EndpointName> namesOf(ChannelKind channel, List<Endpoint> some) {
        var found = new HashMap<Endpoint, EndpointName>();
        names.find(channel)
                .ifPresent(known ->
                        known.namesOf(some.stream().map(Endpoint::id).toList())
                                .forEach((id, name) -> found.put(new Endpoint(channel, id), name)));
        return found;
    }
}
