package dev.parley.desk;

import dev.parley.identity.SignedIn;
import dev.parley.routing.MissedOffers;
import dev.parley.team.Agents;
import dev.parley.team.Presence;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;

/// The agent's choice of presence.
@Controller
@ResponseStatus(HttpStatus.NO_CONTENT)
class PresenceController {
    private final Agents agents;
    private final MissedOffers missed;

    PresenceController(Agents agents, MissedOffers missed) {
        this.agents = agents;
        this.missed = missed;
    }

    /// An agent who changes the presence has also seen the missed offers.
    @PostMapping("/desk/presence")
    void change(SignedIn me, @RequestParam Presence presence) {
        if (!presence.isChosen()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        missed.seen(me.userId());
        agents.setPresence(me.userId(), presence);
    }
}
