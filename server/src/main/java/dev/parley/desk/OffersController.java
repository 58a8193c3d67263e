package dev.parley.desk;

import dev.parley.identity.SignedIn;
import dev.parley.routing.Assignments;
import dev.parley.routing.AutoAssignments;
import dev.parley.routing.MissedOffers;
import dev.parley.routing.OfferId;
import dev.parley.routing.Offers;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/// The agent's answers to offers and assignments, and dismissing missed offers.
@Controller
@ResponseStatus(HttpStatus.NO_CONTENT)
class OffersController {
    private final Offers offers;
    private final MissedOffers missed;
    private final AutoAssignments automatic;
    private final Assignments assignments;

    OffersController(
            Offers offers,
            MissedOffers missed,
            AutoAssignments automatic,
            Assignments assignments) {
        this.offers = offers;
        this.missed = missed;
        this.automatic = automatic;
        this.assignments = assignments;
    }

    @PostMapping("/desk/offers/{id}/accept")
    void accept(SignedIn me, @PathVariable UUID id) {
        offers.accept(new OfferId(id), me.userId());
    }

    @PostMapping("/desk/offers/{id}/decline")
    void decline(SignedIn me, @PathVariable UUID id) {
        offers.decline(new OfferId(id), me.userId());
    }

    @PostMapping("/desk/assignments/{id}/decline")
    void declineAssignment(SignedIn me, @PathVariable UUID id) {
        assignments.decline(new OfferId(id), me.userId());
    }

    /// The agent knows that this conversation was assigned to them.
    @PostMapping("/desk/assignments/{id}/seen")
    void assignedSeen(SignedIn me, @PathVariable UUID id) {
        automatic.seen(new OfferId(id), me.userId());
    }

    @PostMapping("/desk/offers/missed/seen")
    void missedSeen(SignedIn me) {
        missed.seen(me.userId());
    }
}
