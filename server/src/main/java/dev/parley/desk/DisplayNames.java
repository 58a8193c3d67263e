package dev.parley.desk;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.parley.channel.Channels;
import dev.parley.channel.Endpoint;
import dev.parley.channel.EndpointNames.EndpointName;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import dev.parley.identity.Users;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The names of endpoints and users.
@Component
class DisplayNames {
    private final Channels channels;
    private final Users users;

    DisplayNames(Channels channels, Users users) {
        this.channels = channels;
        this.users = users;
    }

    /// {@return the name of each of these endpoints; its id if it has none}
    Map<Endpoint, String> ofEndpoints(Stream<Endpoint> endpoints) {
        var asked = endpoints.distinct().toList();
        var known = channels.namesOf(asked);
        return asked.stream().collect(toMap(identity(), one -> nameOf(one, known.get(one)).name()));
    }

    /// {@return the name of this endpoint; if it has none, its id, marked as removed}
    EndpointName ofEndpoint(Endpoint endpoint) {
        return nameOf(endpoint, channels.namesOf(List.of(endpoint)).get(endpoint));
    }

    /// The same, when one of them is most likely this user, whose name is known.
    Map<UserId, String> ofUsers(Stream<? extends @Nullable UserId> ids, SignedIn me) {
        var others = new HashMap<>(ofUsers(ids.filter(id -> !me.userId().equals(id))));
        others.put(me.userId(), me.name());
        return others;
    }

    Map<UserId, String> ofUsers(Stream<? extends @Nullable UserId> ids) {
        var asked = new HashSet<UserId>();
        ids.forEach(id -> {
            if (id != null) {
                asked.add(id);
            }
        });
        return asked.isEmpty() ? Map.of() : users.names(asked);
    }

    private static EndpointName nameOf(Endpoint endpoint, @Nullable EndpointName known) {
        return Objects.requireNonNullElseGet(known, () -> new EndpointName(endpoint.id(), true));
    }
}
