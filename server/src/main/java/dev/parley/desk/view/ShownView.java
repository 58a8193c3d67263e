package dev.parley.desk.view;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The view that a page shows.
///
/// @param saved the saved view from which it comes; null when it is one of the desk's own
/// @param changed whether its filters are others than those of the saved view
/// @param filters in words, those of [ViewFilter#values()]
/// @param problem why it cannot be shown, in a sentence; empty when it can
public record ShownView(
        ViewFilter filter,
        @Nullable SavedViewLine saved,
        boolean changed,
        List<String> filters,
        String problem) {
    public ShownView {
        filters = List.copyOf(filters);
    }

    /// {@return one of the desk's own views}
    public static ShownView of(ListFilter show) {
        return new ShownView(ViewFilter.of(show), null, false, List.of(), "");
    }

    public ListFilter show() {
        return filter.show();
    }

    public boolean hasProblem() {
        return !problem.isEmpty();
    }

    /// {@return it in a URL}
    public String query() {
        if (saved == null) {
            return filter.query();
        }
        return changed ? filter.query() + "&saved=" + saved.id() : "view=" + saved.id();
    }

    /// {@return under what its order is remembered}
    public String key() {
        return saved == null ? show().word() : saved.id().toString();
    }

    /// A saved view.
    ///
    /// @param mayChange whether this user may rename or delete it
    /// @param count how many conversations it contains, at most 100; null if they are not counted
    public record SavedViewLine(
            UUID id,
            String name,
            boolean shared,
            boolean mayChange,
            int revision,
            @Nullable Integer count) {}
}
