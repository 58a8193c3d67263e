package dev.parley.desk;

import dev.parley.channel.Endpoint;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.FilterField;
import dev.parley.desk.view.FilterFormView;
import dev.parley.desk.view.FilterFormView.Field;
import dev.parley.desk.view.SearchFormView.Choice;
import dev.parley.desk.view.ShownView;
import dev.parley.identity.SignedIn;
import dev.parley.identity.Users;
import dev.parley.tag.Tags;
import dev.parley.workspace.SavedViews;
import dev.parley.workstream.ChannelInstances;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Builds the form for filtering the list. A filter with nothing to choose from is left out.
@Component
class FilterForm {
    private final FilterTexts texts;
    private final Users users;
    private final ChannelInstances instances;
    private final Tags tags;
    private final WorkRows rows;

    FilterForm(
            FilterTexts texts, Users users, ChannelInstances instances, Tags tags, WorkRows rows) {
        this.texts = texts;
        this.users = users;
        this.instances = instances;
        this.tags = tags;
        this.rows = rows;
    }

    FilterFormView of(DeskTexts w, SignedIn me, ShownView view) {
        var fields = new ArrayList<Field>();
        fields.add(
                new Field(
                        "view",
                        w.text("filter.view"),
                        ListViews.lists(me).stream()
                                .map(list ->
                                        new Choice(
                                                list.word(), w.text("list.title." + list.word())))
                                .toList(),
                        view.show().word(),
                        false));
        Arrays.stream(FilterField.values())
                .map(field -> field(w, field, view))
                .filter(field -> field.choices().size() > (field.several() ? 0 : 1))
                .forEach(fields::add);
        return new FilterFormView(fields, view.saved(), SavedViews.mayShare(me));
    }

    private Field field(DeskTexts w, FilterField field, ShownView view) {
        var selected = Objects.requireNonNullElse(view.filter().value(field), "");
        var choices = choices(w, field);
        var any = new Choice("", w.text("search.any"));
        return new Field(
                field.word(),
                w.text("filter." + field.word()),
                choices.isEmpty() || field.several()
                        ? choices
                        : Stream.concat(Stream.of(any), choices.stream()).toList(),
                selected,
                field.several());
    }

    private List<Choice> choices(DeskTexts w, FilterField field) {
        return switch (field) {
            case STATE ->
                    Stream.of("open", "active", "waiting", "wrap-up", "closed")
                            .map(state -> new Choice(state, w.text("state." + state)))
                            .toList();
            case ENDPOINT -> several(endpoints());
            case WORKSTREAM -> several(texts.workstreams());
            case QUEUE -> several(texts.queues(w));
            case AGENT -> agents(w);
            case WINDOW -> fixed(w, field, "shut", "1h", "4h");
            case WAITING -> fixed(w, field, "any", "15m", "1h", "4h", "1d");
            case LANGUAGE ->
                    Stream.concat(rows.languages().stream(), Stream.of("unknown"))
                            .map(value -> new Choice(value, FilterTexts.language(w, value)))
                            .toList();
            case LINKED -> fixed(w, field, "yes", "no");
            case TAG -> tags();
        };
    }

    private static List<Choice> fixed(DeskTexts w, FilterField field, String... values) {
        return Stream.of(values)
                .map(value -> new Choice(value, w.text(FilterTexts.key(field, value))))
                .toList();
    }

    private List<Choice> agents(DeskTexts w) {
        var me = new Choice(FilterField.ME, w.text("filter.agent.me"));
        return Stream.concat(Stream.of(me), agents().stream()).toList();
    }

    /// {@return all tags, as choices}
    List<Choice> tags() {
        return tags.all().stream().map(tag -> new Choice(tag.id().toString(), tag.name())).toList();
    }

    /// {@return all agents, as choices}
    List<Choice> agents() {
        return users.activeAgents().stream()
                .map(user -> new Choice(user.id().toString(), user.displayName()))
                .sorted(Comparator.comparing(Choice::name))
                .toList();
    }

    /// The channels, if there are several, and their endpoints.
    private List<Choice> endpoints() {
        var all =
                instances.all().stream()
                        .map(one -> new Endpoint(one.channel(), one.endpoint()))
                        .distinct()
                        .toList();
        var channels = all.stream().map(Endpoint::channel).distinct().toList();
        var names = texts.endpoints(all);
        return Stream.concat(
                        channels.size() > 1
                                ? channels.stream()
                                        .map(one -> new Choice(one.name(), texts.channel(one)))
                                : Stream.of(),
                        all.stream()
                                .map(one ->
                                        new Choice(
                                                SearchRequest.valueOf(one),
                                                Objects.requireNonNull(names.get(one)))))
                .sorted(Comparator.comparing(Choice::name))
                .toList();
    }

    private static List<Choice> several(List<Choice> all) {
        return all.size() > 1 ? all : List.of();
    }
}
