package dev.parley.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.conversation.Access;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.FilterField;
import dev.parley.desk.view.ListFilter;
import dev.parley.desk.view.ListOrder;
import dev.parley.desk.view.ShownView;
import dev.parley.desk.view.ShownView.SavedViewLine;
import dev.parley.desk.view.ViewFilter;
import dev.parley.desk.view.ViewsView;
import dev.parley.identity.SignedIn;
import dev.parley.platform.Ids;
import dev.parley.workspace.SavedView;
import dev.parley.workspace.SavedViews;
import dev.parley.workspace.ViewOrders;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads which view a request is about. Its parameters are `view`, the name of one of the desk's
/// own views or the id of a saved one; each [FilterField]; and `saved`, the id of the saved view
/// that the filters started from. A view that cannot be shown has a problem, in a sentence: it may
/// contain what was deleted since it was saved.
@Component
class ListViews {
    /// More saved views are not counted: a count reads all conversations that are not closed.
    private static final int MOST_COUNTED = 20;

    private static final Pattern QUERY = Pattern.compile("[\\w=&%.+*-]{0,2000}");

    private final SavedViews saved;
    private final ViewOrders orders;
    private final FilterTexts texts;
    private final WorkRows rows;

    ListViews(SavedViews saved, ViewOrders orders, FilterTexts texts, WorkRows rows) {
        this.saved = saved;
        this.orders = orders;
        this.texts = texts;
        this.rows = rows;
    }

    /// {@return the views that every desk of such a user has} Users who only read have no
    /// conversations of their own.
    static List<ListFilter> lists(SignedIn me) {
        return Access.mayAct(me)
                ? List.of(ListFilter.values())
                : List.of(ListFilter.ALL, ListFilter.OPEN, ListFilter.CLOSED);
    }

    /// {@return the view in these parameters; the first one without}
    ShownView read(DeskTexts w, SignedIn me, Map<String, String> parameters) {
        var name = parameters.getOrDefault("view", "");
        var id = Ids.read(name);
        if (id.isPresent()) {
            return saved.byId(id.get(), me)
                    .map(view -> shown(w, me, parametersOf(view.query()), view))
                    .orElseGet(() -> problem(me, w.text("view.gone")));
        }
        var origin = Ids.read(parameters.getOrDefault("saved", ""));
        return shown(w, me, parameters, origin.flatMap(one -> saved.byId(one, me)).orElse(null));
    }

    /// {@return the view in this text, which has the form of the query of a URL}
    ShownView read(DeskTexts w, SignedIn me, String query) {
        return read(w, me, parametersOf(query));
    }

    /// {@return the order of the view}
    ///
    /// @param chosen the order that the request names
    ListOrder order(ShownView view, SignedIn me, @Nullable String chosen) {
        return ListOrder.of(
                chosen == null ? orders.of(me.userId(), view.key()).orElse(null) : chosen);
    }

    /// Remembers the order in which this user sorted the view.
    void remember(ShownView view, SignedIn me, ListOrder order) {
        orders.store(me.userId(), view.key(), order.word());
    }

    /// {@return the menu of the saved views}
    ///
    /// @param current the view that the page shows
    /// @param counted whether to count what is in them, for the first of them
    ViewsView menu(DeskTexts w, SignedIn me, ShownView current, boolean counted) {
        var all = saved.of(me);
        var lines = new ArrayList<SavedViewLine>();
        for (var view : all) {
            var isCounted = counted && lines.size() < MOST_COUNTED;
            lines.add(line(view, me, isCounted ? count(w, me, view) : null));
        }
        return new ViewsView(
                lines.stream().filter(SavedViewLine::shared).toList(),
                lines.stream().filter(line -> !line.shared()).toList(),
                current.saved() == null ? null : current.saved().id());
    }

    /// Closed conversations wait for nobody, and are too many to count.
    private @Nullable Integer count(DeskTexts w, SignedIn me, SavedView view) {
        return filterOf(view)
                .filter(filter -> !filter.isClosed())
                .map(filter -> rows.count(filter, me, w.now()))
                .orElse(null);
    }

    /// {@return the filter of a saved view, if it can be read}
    static Optional<ViewFilter> filterOf(SavedView view) {
        var parameters = parametersOf(view.query());
        var values = valuesOf(parameters);
        return listOf(parameters.getOrDefault("view", ""))
                .filter(_ -> values.entrySet().stream().allMatch(ListViews::isAccepted))
                .map(show -> new ViewFilter(show, values));
    }

    /// {@return this text, if it has the form of [ShownView#query()]; empty otherwise}
    static String safe(@Nullable String query) {
        return query != null && QUERY.matcher(query).matches() ? query : "";
    }

    static SavedViewLine line(SavedView view, SignedIn me, @Nullable Integer count) {
        return new SavedViewLine(
                view.id(),
                view.name(),
                view.shared(),
                SavedViews.mayChange(view, me),
                view.revision(),
                count);
    }

    private ShownView shown(
            DeskTexts w, SignedIn me, Map<String, String> parameters, @Nullable SavedView from) {
        var name = parameters.getOrDefault("view", "");
        var show = name.isEmpty() ? Optional.of(lists(me).getFirst()) : listOf(name);
        if (show.isEmpty()) {
            return problem(me, w.text("view.unknown"));
        }
        var values = valuesOf(parameters);
        for (var one : values.entrySet()) {
            if (!isAccepted(one)) {
                return problem(
                        me, w.text("filter.unknown", w.text("filter." + one.getKey().word())));
            }
        }
        var own = from == null && !lists(me).contains(show.get());
        var filter = new ViewFilter(own ? lists(me).getFirst() : show.get(), values);
        var described = texts.describe(w, me, filter);
        var changed = from != null && !filter.query().equals(from.query());
        return new ShownView(
                filter,
                from == null ? null : line(from, me, null),
                changed,
                described.filters(),
                described.problem());
    }

    private static ShownView problem(SignedIn me, String problem) {
        var filter = ViewFilter.of(lists(me).getFirst());
        return new ShownView(filter, null, false, List.of(), problem);
    }

    private static Optional<ListFilter> listOf(String name) {
        return List.of(ListFilter.values()).stream()
                .filter(list -> list.word().equals(name))
                .findFirst();
    }

    private static boolean isAccepted(Map.Entry<FilterField, String> one) {
        return one.getKey().accepts(one.getValue());
    }

    private static Map<FilterField, String> valuesOf(Map<String, String> parameters) {
        var values = new EnumMap<FilterField, String>(FilterField.class);
        for (var field : FilterField.values()) {
            var value = parameters.getOrDefault(field.word(), "");
            if (!value.isEmpty()) {
                values.put(field, value);
            }
        }
        return values;
    }

    private static Map<String, String> parametersOf(String query) {
        var parameters = new HashMap<String, String>();
        for (var part : query.split("&", FilterField.values().length + 3)) {
            var cut = part.indexOf('=');
            if (cut > 0) {
                parameters.putIfAbsent(part.substring(0, cut), decoded(part.substring(cut + 1)));
            }
        }
        return parameters;
    }

    /// A text that cannot be decoded stays as it is, and is then no accepted value.
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }
}
