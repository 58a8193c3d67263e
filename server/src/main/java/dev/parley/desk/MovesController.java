package dev.parley.desk;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Moves;
import dev.parley.identity.SignedIn;
import dev.parley.routing.MissedOffers;
import dev.parley.routing.OfferId;
import dev.parley.routing.Offers;
import dev.parley.team.Agents;
import dev.parley.team.Presence;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;

/// The agent's actions on work, besides writing.
@Controller
@ResponseStatus(HttpStatus.NO_CONTENT)
class MovesController {
    private final Offers offers;
    private final MissedOffers missed;
    private final Moves moves;
    private final Agents agents;

    MovesController(Offers offers, MissedOffers missed, Moves moves, Agents agents) {
        this.offers = offers;
        this.missed = missed;
        this.moves = moves;
        this.agents = agents;
    }

    @PostMapping("/desk/offers/{id}/accept")
    void accept(SignedIn me, @PathVariable UUID id) {
        offers.accept(new OfferId(id), me.userId());
    }

    @PostMapping("/desk/offers/{id}/decline")
    void decline(SignedIn me, @PathVariable UUID id) {
        offers.decline(new OfferId(id), me.userId());
    }

    /// Assigns an unassigned conversation from the list to the agent.
    @PostMapping("/desk/conversations/{id}/assign-to-me")
    void assignToMe(SignedIn me, @PathVariable UUID id) {
        moves.assign(new ConversationId(id), me.userId());
    }

    @PostMapping("/desk/conversations/{id}/end")
    void end(SignedIn me, @PathVariable UUID id) {
        moves.end(new ConversationId(id), me.userId());
    }

    @PostMapping("/desk/conversations/{id}/wait")
    void moveToWaiting(SignedIn me, @PathVariable UUID id) {
        moves.moveToWaiting(new ConversationId(id), me.userId());
    }

    @PostMapping("/desk/conversations/{id}/resume")
    void resume(SignedIn me, @PathVariable UUID id) {
        moves.resume(new ConversationId(id), me.userId());
    }

    @PostMapping("/desk/conversations/{id}/close")
    void close(SignedIn me, @PathVariable UUID id) {
        moves.close(new ConversationId(id), me.userId());
    }

    @PostMapping("/desk/conversations/{id}/undo-end")
    void undoEnd(SignedIn me, @PathVariable UUID id) {
        moves.undoEnd(new ConversationId(id), me.userId());
    }

    @PostMapping("/desk/conversations/{id}/undo-close")
    void undoClose(SignedIn me, @PathVariable UUID id) {
        moves.undoClose(new ConversationId(id), me.userId());
    }

    /// Changes the presence. An agent who does so has also seen the missed offers.
    @PostMapping("/desk/presence")
    void presence(SignedIn me, @RequestParam Presence presence) {
        if (!presence.isChosen()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        missed.seen(me.userId());
        agents.setPresence(me.userId(), presence);
    }

    @PostMapping("/desk/offers/missed/seen")
    void missedSeen(SignedIn me) {
        missed.seen(me.userId());
    }
}
