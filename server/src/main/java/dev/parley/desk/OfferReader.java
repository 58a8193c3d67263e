package dev.parley.desk;

import static java.util.stream.Collectors.toMap;

import dev.parley.conversation.Conversation.State;
import dev.parley.desk.OfferFacts.Facts;
import dev.parley.desk.WorkRows.WorkRow;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.OfferView;
import dev.parley.identity.SignedIn;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Builds the cards of the conversations that are offered to the user, or in which they are asked
/// to help, and below them of those that were assigned to them without asking and not opened yet.
@Component
class OfferReader {
    private final NotificationReader notifications;
    private final WorkRows rows;
    private final DisplayNames names;
    private final OfferFacts facts;

    OfferReader(
            NotificationReader notifications, WorkRows rows, DisplayNames names, OfferFacts facts) {
        this.notifications = notifications;
        this.rows = rows;
        this.names = names;
        this.facts = facts;
    }

    List<OfferView> read(DeskTexts w, SignedIn me) {
        var all = notifications.read(w, me);
        if (all.isEmpty()) {
            return List.of();
        }
        var byId = byId(all, me);
        var endpoints = names.ofEndpoints(byId.values().stream().map(WorkRow::endpoint));
        var factsOf = facts.of(all.stream().map(AgentNotification::id).toList());
        var templates = facts.templates();
        return all.stream()
                .filter(one -> isShown(one, me, byId, factsOf))
                .map(one ->
                        new OfferCard(
                                        w,
                                        one,
                                        Objects.requireNonNull(
                                                byId.get(one.conversation().value())),
                                        Objects.requireNonNull(factsOf.get(one.id())),
                                        templates.apply(one.terms()).content(),
                                        endpoints)
                                .view())
                .toList();
    }

    private Map<UUID, WorkRow> byId(List<AgentNotification> some, SignedIn me) {
        var ids = some.stream().map(one -> one.conversation().value()).distinct().toList();
        return rows.byIds(ids, me.userId()).stream().collect(toMap(WorkRow::id, row -> row));
    }

    private static boolean isShown(
            AgentNotification one, SignedIn me, Map<UUID, WorkRow> byId, Map<UUID, Facts> factsOf) {
        var row = byId.get(one.conversation().value());
        var known = factsOf.get(one.id());
        if (row == null || known == null) {
            return false;
        }
        return !one.terms().automatic()
                || (row.state() == State.ACTIVE
                        && me.userId().equals(row.agent())
                        && !known.opened());
    }
}
