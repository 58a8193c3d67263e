package dev.parley.desk;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.parley.channel.Channels;
import dev.parley.channel.Endpoint;
import dev.parley.channel.EndpointNames.EndpointName;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.ConversationTags;
import dev.parley.conversation.Dispositions;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import dev.parley.identity.Users;
import dev.parley.platform.language.Language;
import dev.parley.tag.Tag;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The names of endpoints, users, disposition codes and tags.
@Component
class DisplayNames {
    private final Channels channels;
    private final Users users;
    private final Dispositions dispositions;
    private final ConversationTags tags;

    DisplayNames(Channels channels, Users users, Dispositions dispositions, ConversationTags tags) {
        this.channels = channels;
        this.users = users;
        this.dispositions = dispositions;
        this.tags = tags;
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

    /// {@return the names of the disposition codes of those of these conversations that have one}
    Map<ConversationId, String> ofDispositions(
            Collection<ConversationId> conversations, Language language) {
        return dispositions.of(conversations).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, one -> one.getValue().content().name(language)));
    }

    /// {@return the names of the tags of this conversation}
    List<String> ofTags(ConversationId conversation) {
        return ofTags(List.of(conversation)).getOrDefault(conversation, List.of());
    }

    /// {@return the names of the tags of those of these conversations that have any}
    Map<ConversationId, List<String>> ofTags(Collection<ConversationId> conversations) {
        return tags.of(conversations).entrySet().stream()
                .collect(
                        toMap(
                                Map.Entry::getKey,
                                one -> one.getValue().stream().map(Tag::name).toList()));
    }

    private static EndpointName nameOf(Endpoint endpoint, @Nullable EndpointName known) {
        return Objects.requireNonNullElseGet(known, () -> new EndpointName(endpoint.id(), true));
    }
}
