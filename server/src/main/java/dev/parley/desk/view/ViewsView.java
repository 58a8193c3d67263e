package dev.parley.desk.view;

import dev.parley.desk.view.ShownView.SavedViewLine;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The menu of the saved views.
///
/// @param current the one that the page shows; null if it shows none
public record ViewsView(
        List<SavedViewLine> shared, List<SavedViewLine> own, @Nullable UUID current) {
    /// For these a small screen has no room in its rail.
    public static final List<ListFilter> NOT_IN_NARROW_RAIL =
            List.of(ListFilter.WAITING, ListFilter.SNOOZED, ListFilter.CLOSED);

    /// There are none.
    public static final ViewsView NONE = new ViewsView(List.of(), List.of(), null);

    public ViewsView {
        shared = List.copyOf(shared);
        own = List.copyOf(own);
    }

    public boolean isEmpty() {
        return shared.isEmpty() && own.isEmpty();
    }
}
