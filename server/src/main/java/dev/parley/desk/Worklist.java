package dev.parley.desk;

import dev.parley.channel.Endpoint;
import dev.parley.conversation.Access;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Message.Author;
import dev.parley.desk.WorkRows.WorkRow;
import dev.parley.desk.view.ConversationRowView;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.ListOrder;
import dev.parley.desk.view.MissedView;
import dev.parley.desk.view.PresenceView;
import dev.parley.desk.view.RailView;
import dev.parley.desk.view.ShownView;
import dev.parley.desk.view.WorklistView;
import dev.parley.identity.Role;
import dev.parley.identity.SignedIn;
import dev.parley.routing.MissedOffers;
import dev.parley.routing.Offer;
import dev.parley.team.Agents;
import dev.parley.team.Presence;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Builds the worklist and the rail beside it.
@Component
class Worklist {
    private static final int LARGEST = 1000;

    private final WorkRows rows;
    private final OfferReader offers;
    private final MissedOffers missed;
    private final Agents agents;
    private final DisplayNames names;
    private final ReplyWindows windows;
    private final TypingReader typing;

    Worklist(
            WorkRows rows,
            OfferReader offers,
            MissedOffers missed,
            Agents agents,
            DisplayNames names,
            ReplyWindows windows,
            TypingReader typing) {
        this.rows = rows;
        this.offers = offers;
        this.missed = missed;
        this.agents = agents;
        this.names = names;
        this.windows = windows;
        this.typing = typing;
    }

    WorklistView list(DeskTexts w, SignedIn me, Presence presence, ListRequest asked) {
        var size = Math.clamp(asked.size, 1, LARGEST);
        var found =
                asked.view.hasProblem()
                        ? List.<WorkRow>of()
                        : rows.list(asked.view.filter(), asked.sort, me, w.now(), size + 1);
        var shown = found.stream().limit(size).toList();
        return new WorklistView(
                asked.view,
                asked.sort,
                offers.read(w, me),
                items(w, shown, me, asked.selected),
                asked.selected,
                size,
                found.size() > size,
                Access.mayAct(me),
                presence,
                missedBy(w, me));
    }

    RailView rail(DeskTexts w, SignedIn me, Presence presence, ListRequest asked) {
        return new RailView(
                asked.view,
                ListViews.lists(me),
                rows.counts(me, w.now()),
                asked.selected,
                new PresenceView(presence, options()),
                me.name(),
                Access.mayAct(me),
                Access.mayReadAll(me),
                me.is(Role.ADMINISTRATOR));
    }

    Presence presence(SignedIn me) {
        return agents.presenceOf(me.userId());
    }

    private static List<Presence> options() {
        return Presence.choices();
    }

    private List<ConversationRowView> items(
            DeskTexts w, List<WorkRow> found, SignedIn me, @Nullable UUID selected) {
        var endpoints = names.ofEndpoints(found.stream().map(WorkRow::endpoint));
        var users = names.ofUsers(found.stream().map(WorkRow::agent), me);
        var reckoning = windows.at(w.now(), found.stream().map(WorkRow::endpoint));
        var typists =
                typing.latest(
                        w, me, found.stream().map(row -> new ConversationId(row.id())).toList());
        return found.stream()
                .map(row ->
                        new ConversationRowView(
                                row.id(),
                                row.number(),
                                name(w, row),
                                picture(row),
                                Objects.requireNonNull(endpoints.get(row.endpoint())),
                                preview(w, row, endpoints, isPreviewOf(me, row)),
                                isPreviewOf(me, row),
                                row.lastMessageAt(),
                                row.unread(),
                                row.shownState(),
                                row.snoozedUntil(),
                                row.unansweredSince(),
                                row.woken(),
                                reckoning.of(row.endpoint(), row.lastCustomerActAt()),
                                me.userId().equals(row.agent()) || row.agent() == null
                                        ? null
                                        : users.get(row.agent()),
                                row.notSent(),
                                row.drafted(),
                                row.participates(),
                                row.tags(),
                                typists.get(new ConversationId(row.id())),
                                row.id().equals(selected)))
                .toList();
    }

    private List<MissedView> missedBy(DeskTexts w, SignedIn me) {
        var some = Access.mayAct(me) ? missed.of(me.userId()) : List.<Offer>of();
        if (some.isEmpty()) {
            return List.of();
        }
        var byId = byId(some, me);
        return some.stream()
                .filter(offer -> byId.containsKey(offer.conversation().value()))
                .map(offer ->
                        missed(
                                w,
                                offer,
                                Objects.requireNonNull(byId.get(offer.conversation().value())),
                                me))
                .toList();
    }

    private static MissedView missed(DeskTexts w, Offer offer, WorkRow row, SignedIn me) {
        return new MissedView(
                offer.id().value(),
                name(w, row),
                offer.expiresAt(),
                row.isOpenTo(me.userId()) ? row.id() : null);
    }

    private Map<UUID, WorkRow> byId(List<Offer> some, SignedIn me) {
        var ids = some.stream().map(offer -> offer.conversation().value()).distinct().toList();
        return rows.byIds(ids, me.userId()).stream()
                .collect(Collectors.toMap(WorkRow::id, row -> row));
    }

    /// {@return whether the last message was written by this user, who is the agent}
    static boolean isPreviewOf(SignedIn me, WorkRow row) {
        return row.previewAuthor() == Author.AGENT && me.userId().equals(row.agent());
    }

    /// A message that neither the customer nor the user wrote is shown with who did: an agent, or
    /// the endpoint.
    ///
    /// @param own whether the user wrote it
    static String preview(DeskTexts w, WorkRow row, Map<Endpoint, String> endpoints, boolean own) {
        var line =
                row.preview().isEmpty()
                        ? MessagePreviews.of(w, row.previewKind(), false)
                        : row.preview();
        if (own || row.previewAuthor() == Author.CUSTOMER) {
            return line;
        }
        return w.text(
                "preview.by",
                row.previewAuthor() == Author.AGENT
                        ? w.text("preview.agent")
                        : Objects.requireNonNull(endpoints.get(row.endpoint())),
                line);
    }

    static String name(DeskTexts w, WorkRow row) {
        return CustomerNames.name(w, row.name(), row.visitor());
    }

    static @Nullable String picture(WorkRow row) {
        return row.hasPicture() ? CustomerNames.picture(row.customer()) : null;
    }

    /// The request for the list.
    record ListRequest(ShownView view, ListOrder sort, int size, @Nullable UUID selected) {}
}
