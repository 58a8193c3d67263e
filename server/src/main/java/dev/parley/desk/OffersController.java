package dev.parley.desk;

import dev.parley.identity.SignedIn;
import dev.parley.routing.MissedOffers;
import dev.parley.routing.OfferId;
import dev.parley.routing.Offers;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/// The agent's answers to offers, and dismissing missed ones.
@Controller
@ResponseStatus(HttpStatus.NO_CONTENT)
class OffersController {
    private final Offers offers;
    private final MissedOffers missed;

    OffersController(Offers offers, MissedOffers missed) {
        this.offers = offers;
        this.missed = missed;
    }

    @PostMapping("/desk/offers/{id}/accept")
    void accept(SignedIn me, @PathVariable UUID id) {
        offers.accept(new OfferId(id), me.userId());
    }

    @PostMapping("/desk/offers/{id}/decline")
    void decline(SignedIn me, @PathVariable UUID id) {
        offers.decline(new OfferId(id), me.userId());
    }

    @PostMapping("/desk/offers/missed/seen")
    void missedSeen(SignedIn me) {
        missed.seen(me.userId());
    }
}
