package dev.parley.desk;

import dev.parley.conversation.Conversation;
import dev.parley.desk.view.DeskTexts;
import dev.parley.identity.UserId;
import dev.parley.platform.language.Keys;
import dev.parley.routing.Offer;
import dev.parley.routing.Offers;
import dev.parley.routing.RoutingVerdict.By;
import dev.parley.routing.RoutingVerdict.PassedOver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Explains to its agent in sentences why a conversation was assigned to them.
@Component
class RoutingReasons {
    private final Offers offers;
    private final DisplayNames names;

    RoutingReasons(Offers offers, DisplayNames names) {
        this.offers = offers;
        this.names = names;
    }

    /// {@return nothing for anybody else}
    List<String> why(DeskTexts w, Conversation conversation, UserId viewer) {
        return viewer.equals(conversation.agent())
                ? offers.acceptedFor(conversation.id())
                        .filter(offer -> offer.agent().equals(viewer))
                        .map(offer -> sentences(w, offer))
                        .orElseGet(List::of)
                : List.of();
    }

    /// {@return the name of the queue in which it waited}
    static String queue(DeskTexts w, Offer offer) {
        var queue = offer.why().queue();
        return queue == null ? w.text("queue.default") : queue;
    }

    /// {@return the deciding reason}
    static String whatDecided(DeskTexts w, Offer offer) {
        return switch (offer.why().by()) {
            case MOST_ROOM -> w.text("why.room", offer.why().freeUnits());
            case LONGEST_AGO -> w.text("why.turn");
            case HAD_IT -> w.text("why.had-it");
            case TRANSFERRED -> w.text("why.transferred");
            case ASSIGNED -> w.texts().text("consult.why.assigned");
        };
    }

    private List<String> sentences(DeskTexts w, Offer offer) {
        if (offer.why().by() == By.ASSIGNED) {
            return List.of(whatDecided(w, offer));
        }
        var passedOver = offer.why().passedOver();
        var called = names.ofUsers(passedOver.stream().map(PassedOver::agent));
        var sentences = new ArrayList<String>();
        sentences.add(
                offer.why().queue() == null
                        ? w.text("why.queue.all", queue(w, offer))
                        : w.text("why.queue", queue(w, offer)));
        sentences.add(w.text("why.chosen", w.texts().dateTime(offer.offeredAt())));
        sentences.add(whatDecided(w, offer));
        passedOver.stream().map(one -> sentence(w, one, called)).forEach(sentences::add);
        return sentences;
    }

    private static String sentence(DeskTexts w, PassedOver one, Map<UserId, String> called) {
        var reason = Keys.word(one.reason().name());
        return w.text("why.not." + reason, called.getOrDefault(one.agent(), "?"));
    }
}
