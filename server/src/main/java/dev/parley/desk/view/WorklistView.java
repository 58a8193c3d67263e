package dev.parley.desk.view;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The list of work, with what is offered at its top.
///
/// @param selected the conversation that is open
/// @param size how many were asked for
/// @param more whether there are others beyond these
public record WorklistView(
        Show show,
        Sort sort,
        List<OfferView> offers,
        List<WorkItemView> items,
        @Nullable UUID selected,
        int size,
        boolean more,
        Presence presence) {
    public static final int PAGE = 50;

    public WorklistView {
        offers = List.copyOf(offers);
        items = List.copyOf(items);
    }
}
