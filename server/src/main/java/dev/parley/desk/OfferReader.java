package dev.parley.desk;

import static java.util.stream.Collectors.toMap;

import dev.parley.channel.Endpoint;
import dev.parley.conversation.Conversation.State;
import dev.parley.desk.OfferFacts.Facts;
import dev.parley.desk.WorkRows.WorkRow;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.OfferView;
import dev.parley.desk.view.OfferView.Fact;
import dev.parley.desk.view.OfferView.Notification;
import dev.parley.identity.SignedIn;
import dev.parley.platform.language.Keys;
import dev.parley.routing.Offer;
import dev.parley.routing.Offers;
import dev.parley.workstream.notification.NotificationContent;
import dev.parley.workstream.notification.NotificationField;
import dev.parley.workstream.notification.NotificationOccasion;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Builds the cards of the conversations that are offered to the user, and below them of those that
/// were assigned to the user without asking and not opened yet.
@Component
class OfferReader {
    private final Offers offers;
    private final WorkRows rows;
    private final DisplayNames names;
    private final OfferFacts facts;

    OfferReader(Offers offers, WorkRows rows, DisplayNames names, OfferFacts facts) {
        this.offers = offers;
        this.rows = rows;
        this.names = names;
        this.facts = facts;
    }

    List<OfferView> read(DeskTexts w, SignedIn me) {
        var all = offers.shownTo(me.userId());
        if (all.isEmpty()) {
            return List.of();
        }
        var byId = byId(all, me);
        var endpoints = names.ofEndpoints(byId.values().stream().map(WorkRow::endpoint));
        var factsOf = facts.of(all);
        var templates = facts.templates();
        return all.stream()
                .filter(offer -> isShown(offer, me, byId, factsOf))
                .map(offer ->
                        new Card(
                                        w,
                                        offer,
                                        row(offer, byId),
                                        Objects.requireNonNull(factsOf.get(offer.id().value())),
                                        templates.apply(offer.terms()).content(),
                                        endpoints)
                                .view())
                .toList();
    }

    private Map<UUID, WorkRow> byId(List<Offer> some, SignedIn me) {
        var ids = some.stream().map(offer -> offer.conversation().value()).distinct().toList();
        return rows.byIds(ids, me.userId()).stream().collect(toMap(WorkRow::id, row -> row));
    }

    private static WorkRow row(Offer offer, Map<UUID, WorkRow> byId) {
        return Objects.requireNonNull(byId.get(offer.conversation().value()));
    }

    private static boolean isShown(
            Offer offer, SignedIn me, Map<UUID, WorkRow> byId, Map<UUID, Facts> factsOf) {
        var row = byId.get(offer.conversation().value());
        var known = factsOf.get(offer.id().value());
        if (row == null || known == null) {
            return false;
        }
        return !offer.terms().automatic()
                || (row.state() == State.ACTIVE
                        && me.userId().equals(row.agent())
                        && !known.opened());
    }

    /// One card, from what is known of its offer.
    private record Card(
            DeskTexts w,
            Offer offer,
            WorkRow row,
            Facts facts,
            NotificationContent content,
            Map<Endpoint, String> endpoints) {
        OfferView view() {
            var isAssigned = offer.terms().automatic();
            return new OfferView(
                    offer.id().value(),
                    row.id(),
                    w.text("offer.label." + (isAssigned ? "assigned" : word(offer))),
                    Worklist.name(w, row),
                    Worklist.picture(row),
                    content.fields().contains(NotificationField.LAST_MESSAGE)
                            ? Worklist.preview(w, row, endpoints)
                            : "",
                    content.fields().stream()
                            .map(this::fact)
                            .filter(Objects::nonNull)
                            .map(Objects::requireNonNull)
                            .toList(),
                    label(
                            content.accept().in(w.texts().language()),
                            isAssigned ? "open" : "accept"),
                    decline(isAssigned),
                    offer.expiresAt(),
                    (int) Duration.between(offer.offeredAt(), offer.expiresAt()).toSeconds(),
                    isAssigned,
                    new Notification(content.desktop(), content.sound()));
        }

        private static String word(Offer offer) {
            return offer.terms().occasion() == NotificationOccasion.TRANSFER ? "transfer" : "new";
        }

        private String decline(boolean isAssigned) {
            if (isAssigned) {
                return w.text("missed.seen");
            }
            return offer.terms().mayDecline()
                    ? label(content.decline().in(w.texts().language()), "decline")
                    : "";
        }

        private String label(String chosen, String usual) {
            return chosen.isEmpty() ? w.text("offer." + usual) : chosen;
        }

        private @Nullable Fact fact(NotificationField field) {
            return switch (field) {
                case LAST_MESSAGE -> null;
                case CONTACT -> named(field, facts.contact());
                case COMPANY -> named(field, facts.company());
                case ENDPOINT -> named(field, endpoints.get(row.endpoint()));
                case WORKSTREAM -> named(field, facts.workstream());
                case QUEUE -> named(field, RoutingReasons.queue(w, offer));
                case REASON -> named(field, RoutingReasons.whatDecided(w, offer));
                case WAITING ->
                        offer.terms().automatic()
                                ? null
                                : new Fact(
                                        w.text("offer.field.waiting"),
                                        w.age(row.since()),
                                        row.since());
            };
        }

        private @Nullable Fact named(NotificationField field, @Nullable String value) {
            return value == null || value.isEmpty()
                    ? null
                    : new Fact(w.text("offer.field." + Keys.word(field.name())), value, null);
        }
    }
}
