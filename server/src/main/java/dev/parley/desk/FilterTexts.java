package dev.parley.desk;

import dev.parley.channel.ChannelKind;
import dev.parley.channel.Channels;
import dev.parley.channel.Endpoint;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.FilterField;
import dev.parley.desk.view.SearchFormView.Choice;
import dev.parley.desk.view.ViewFilter;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import dev.parley.tag.TagId;
import dev.parley.tag.Tags;
import dev.parley.team.Queue;
import dev.parley.team.QueueId;
import dev.parley.team.Queues;
import dev.parley.workstream.Workstream;
import dev.parley.workstream.WorkstreamId;
import dev.parley.workstream.Workstreams;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The filters of a view in words.
@Component
class FilterTexts {
    private final Queues queues;
    private final Workstreams workstreams;
    private final Channels channels;
    private final DisplayNames names;
    private final Tags tags;

    FilterTexts(
            Queues queues,
            Workstreams workstreams,
            Channels channels,
            DisplayNames names,
            Tags tags) {
        this.queues = queues;
        this.workstreams = workstreams;
        this.channels = channels;
        this.names = names;
        this.tags = tags;
    }

    /// {@return its filters in words, or which of them is about something that does not exist}
    Described describe(DeskTexts w, SignedIn me, ViewFilter filter) {
        var all = new ArrayList<String>();
        for (var one : filter.values().entrySet()) {
            var label = w.text("filter." + one.getKey().word());
            var value = value(w, me, filter, one.getKey(), one.getValue());
            if (value.isEmpty()) {
                return new Described(List.of(), w.text("filter.gone", label));
            }
            all.add(w.text("filter.chip", label, value.get()));
        }
        return new Described(all, "");
    }

    private Optional<String> value(
            DeskTexts w, SignedIn me, ViewFilter filter, FilterField field, String value) {
        return switch (field) {
            case STATE -> Optional.of(w.text("state." + value));
            case ENDPOINT -> endpoint(value);
            case WORKSTREAM ->
                    workstreams.byId(new WorkstreamId(id(filter, field))).map(Workstream::name);
            case QUEUE -> queues.byId(new QueueId(id(filter, field))).map(one -> name(w, one));
            case AGENT ->
                    value.equals(FilterField.ME)
                            ? Optional.of(me.name())
                            : agent(new UserId(id(filter, field)));
            case LANGUAGE -> Optional.of(language(w, value));
            case TAG -> tags(w, filter.ids(field).stream().map(TagId::new).toList());
            case WINDOW, WAITING, LINKED -> Optional.of(w.text(key(field, value)));
        };
    }

    /// {@return all queues, as choices}
    List<Choice> queues(DeskTexts w) {
        return queues.all().stream()
                .map(queue -> new Choice(queue.id().value().toString(), name(w, queue)))
                .toList();
    }

    /// {@return all workstreams, as choices}
    List<Choice> workstreams() {
        return workstreams.all().stream()
                .map(one -> new Choice(one.id().value().toString(), one.name()))
                .toList();
    }

    /// {@return the names of these endpoints}
    Map<Endpoint, String> endpoints(List<Endpoint> endpoints) {
        return names.ofEndpoints(endpoints.stream());
    }

    String channel(ChannelKind channel) {
        return channels.rulesOf(channel).name();
    }

    /// {@return the key of the text of a value that is a choice of the field}
    static String key(FilterField field, String value) {
        return "filter." + field.word() + "." + value;
    }

    static String name(DeskTexts w, Queue queue) {
        return queue.isDefault() ? w.text("queue.default") : queue.name();
    }

    static String language(DeskTexts w, String value) {
        return value.equals("unknown")
                ? w.text("filter.language.unknown")
                : Objects.requireNonNull(w.language(value));
    }

    private Optional<String> endpoint(String value) {
        var parts = value.split(":", 2);
        var kind = new ChannelKind(parts[0]);
        if (parts.length == 2) {
            var endpoint = new Endpoint(kind, parts[1]);
            return Optional.ofNullable(channels.namesOf(List.of(endpoint)).get(endpoint))
                    .map(name -> name.name());
        }
        return channels.allRules().stream()
                .filter(rules -> rules.channel().equals(kind))
                .map(rules -> rules.name())
                .findFirst();
    }

    private Optional<String> tags(DeskTexts w, List<TagId> ids) {
        var found = tags.byIds(ids);
        return found.keySet().containsAll(ids)
                ? Optional.of(
                        ids.stream()
                                .map(id -> Objects.requireNonNull(found.get(id)).name())
                                .distinct()
                                .collect(Collectors.joining(w.texts().text("admin.comma"))))
                : Optional.empty();
    }

    private Optional<String> agent(UserId user) {
        return Optional.ofNullable(names.ofUsers(Stream.of(user)).get(user));
    }

    private static UUID id(ViewFilter filter, FilterField field) {
        return Objects.requireNonNull(filter.id(field));
    }

    /// What a filter says.
    ///
    /// @param problem in a sentence; empty without one
    record Described(List<String> filters, String problem) {
        Described {
            filters = List.copyOf(filters);
        }
    }
}
