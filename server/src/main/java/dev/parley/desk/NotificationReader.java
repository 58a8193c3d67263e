package dev.parley.desk;

import static java.util.Comparator.comparing;

import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.OfferView.Kind;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import dev.parley.routing.Assignments;
import dev.parley.routing.Consult;
import dev.parley.routing.Consults;
import dev.parley.routing.Offer;
import dev.parley.routing.Offers;
import dev.parley.workstream.notification.NotificationOccasion;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Reads what the user is notified of: offers and consults, then conversations that were assigned
/// to them.
@Component
class NotificationReader {
    private final Offers offers;
    private final Consults consults;
    private final DisplayNames names;

    NotificationReader(Offers offers, Consults consults, DisplayNames names) {
        this.offers = offers;
        this.consults = consults;
        this.names = names;
    }

    List<AgentNotification> read(DeskTexts w, SignedIn me) {
        var offered = offers.shownTo(me.userId());
        var consulted = consults.of(me.userId());
        var called =
                names.ofUsers(
                        Stream.concat(
                                consulted.stream().map(Consult::askedBy),
                                offered.stream().map(one -> one.terms().assignedBy())));
        var pending =
                offered.stream()
                        .filter(one -> !one.terms().automatic())
                        .map(one -> notification(w, one, called));
        var told =
                offered.stream()
                        .filter(one -> one.terms().automatic())
                        .map(one -> notification(w, one, called));
        return Stream.concat(
                        Stream.concat(
                                        pending,
                                        consulted.stream().map(one -> notification(w, one, called)))
                                .sorted(comparing(AgentNotification::at)),
                        told)
                .toList();
    }

    private static AgentNotification notification(
            DeskTexts w, Offer offer, Map<UserId, String> called) {
        var terms = offer.terms();
        var byColleague = terms.assignedBy() != null;
        return new AgentNotification(
                offer.id().value(),
                terms.automatic() ? Kind.ASSIGNMENT : Kind.OFFER,
                offer.conversation(),
                offer.offeredAt(),
                offer.expiresAt(),
                terms,
                terms.automatic() ? Assignments.mayDecline(offer, w.now()) : terms.mayDecline(),
                byColleague
                        ? w.texts()
                                .text(
                                        "consult.title.assigned",
                                        called.getOrDefault(
                                                Objects.requireNonNull(terms.assignedBy()), ""))
                        : w.text("offer.label." + word(offer)),
                byColleague ? null : RoutingReasons.queue(w, offer),
                RoutingReasons.whatDecided(w, offer));
    }

    private static AgentNotification notification(
            DeskTexts w, Consult consult, Map<UserId, String> called) {
        return new AgentNotification(
                consult.id().value(),
                Kind.CONSULT,
                consult.conversation(),
                consult.askedAt(),
                consult.expiresAt(),
                consult.terms(),
                consult.terms().mayDecline(),
                w.texts().text("consult.title.consult", called.getOrDefault(consult.askedBy(), "")),
                null,
                null);
    }

    private static String word(Offer offer) {
        if (offer.terms().automatic()) {
            return "assigned";
        }
        return offer.terms().occasion() == NotificationOccasion.TRANSFER ? "transfer" : "new";
    }
}
