package dev.parley.desk.view;

import dev.parley.routing.MissedOffers;
import dev.parley.team.Presence;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The worklist, with offers at its top.
///
/// @param selected the open conversation
/// @param size how many were requested
/// @param more whether there are more than these
/// @param agent whether this user can be assigned conversations
/// @param missed the missed offers, until the agent dismisses them
public record WorklistView(
        ShownView view,
        ListOrder sort,
        List<OfferView> offers,
        List<ConversationRowView> items,
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

    /// {@return the name of the view}
    public String title(DeskTexts w) {
        return view.saved() == null ? w.text("list.title." + show().word()) : view.saved().name();
    }

    public ListFilter show() {
        return view.show();
    }

    /// {@return the offers after the first}
    public List<OfferView> laterOffers() {
        return offers.subList(Math.min(1, offers.size()), offers.size());
    }

    /// {@return whether the notice about missed offers is shown}
    public boolean hasMissed() {
        return inactive() || !missed.isEmpty();
    }

    /// {@return the missed offers that are listed}
    public List<MissedView> shownMissed() {
        return missed.subList(0, Math.min(MissedOffers.SHOWN, missed.size()));
    }

    /// {@return whether more were missed than are listed}
    public boolean hasMoreMissed() {
        return missed.size() > MissedOffers.SHOWN;
    }

    /// {@return whether this agent gets no offers until they change their presence}
    public boolean inactive() {
        return presence == Presence.INACTIVE;
    }

    /// {@return the key of the text for an empty list}
    public String emptyTextKey() {
        var unavailable = show() == ListFilter.MINE && agent && presence != Presence.AVAILABLE;
        if (!view.filter().values().isEmpty()) {
            return "list.empty.filtered.text";
        }
        return "list.empty." + show().word() + (unavailable ? ".unavailable" : ".text");
    }

    /// {@return the key of the title for an empty list}
    public String emptyTitleKey() {
        return view.filter().values().isEmpty()
                ? "list.empty." + show().word() + ".title"
                : "list.empty.filtered.title";
    }

    /// {@return the orders that can be chosen}
    public List<ListOrder> orders() {
        return view.filter().isClosed()
                ? List.of(ListOrder.NEWEST, ListOrder.OLDEST)
                : List.of(ListOrder.values());
    }

    /// {@return whether to say that there is nothing: neither conversations nor offers, or nothing
    /// that the filters let through}
    public boolean isEmpty() {
        return items.isEmpty() && (offers.isEmpty() || !view.filter().values().isEmpty());
    }
}
