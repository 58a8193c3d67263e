package dev.parley.desk.view;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The list of work, with what is offered at its top.
///
/// @param selected the conversation that is open
/// @param size how many were asked for
/// @param more whether there are others beyond these
/// @param agent whether this user is given conversations
/// @param missed what was offered and not answered, until the agent says that they know
public record WorklistView(
        Show show,
        Sort sort,
        List<OfferView> offers,
        List<WorkItemView> items,
        @Nullable UUID selected,
        int size,
        boolean more,
        boolean agent,
        Presence presence,
        List<MissedView> missed) {
    public static final int PAGE = 50;

    public WorklistView {
        offers = List.copyOf(offers);
        items = List.copyOf(items);
        missed = List.copyOf(missed);
    }

    /// {@return the offers behind the first}
    public List<OfferView> laterOffers() {
        return offers.subList(Math.min(1, offers.size()), offers.size());
    }

    /// {@return whether there is nothing here, and nothing offered either}
    public boolean quiet() {
        return items.isEmpty() && offers.isEmpty();
    }
}
