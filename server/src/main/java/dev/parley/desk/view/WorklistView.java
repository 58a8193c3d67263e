package dev.parley.desk.view;

import dev.parley.routing.MissedOffers;
import dev.parley.team.Presence;
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
        ListFilter show,
        ListOrder sort,
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

    /// {@return whether the notice of what was missed is shown}
    public boolean hasMissed() {
        return inactive() || !missed.isEmpty();
    }

    /// {@return the missed offers that are named}
    public List<MissedView> shownMissed() {
        return missed.subList(0, Math.min(MissedOffers.SHOWN, missed.size()));
    }

    /// {@return whether more were missed than are named}
    public boolean hasMoreMissed() {
        return missed.size() > MissedOffers.SHOWN;
    }

    /// {@return whether this agent is offered nothing until they say that they are back}
    public boolean inactive() {
        return presence == Presence.INACTIVE;
    }

    /// {@return the key of what is said where the list is empty}
    public String emptyTextKey() {
        var unavailable = show == ListFilter.MINE && agent && presence != Presence.AVAILABLE;
        return "list.empty." + show.word() + (unavailable ? ".unavailable" : ".text");
    }

    /// {@return whether there is nothing here, and nothing offered either}
    public boolean quiet() {
        return items.isEmpty() && offers.isEmpty();
    }
}
