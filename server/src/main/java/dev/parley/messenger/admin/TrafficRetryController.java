package dev.parley.messenger.admin;

import dev.parley.identity.SignedIn;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.messenger.catchup.CatchUp;
import dev.parley.outbox.BlockedSending;
import dev.parley.platform.web.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// What an administrator can do about a page that does not send or receive.
@Controller
@RequestMapping(TrafficController.ADDRESS)
class TrafficRetryController {
    private final BlockedSending blockedSending;
    private final CatchUp catchUp;

    TrafficRetryController(BlockedSending blockedSending, CatchUp catchUp) {
        this.blockedSending = blockedSending;
        this.catchUp = catchUp;
    }

    @PostMapping("/{page}/sending")
    Answer tryAgain(SignedIn me, @PathVariable String page) {
        blockedSending.tryAgain(FacebookChannel.endpoint(page), me.userId());
        return Answer.redirect(TrafficController.ADDRESS + "?triedAgain");
    }

    @PostMapping("/{page}/catch-up")
    Answer fetch(SignedIn me, @PathVariable String page) {
        catchUp.request(page, me.userId());
        return Answer.redirect(TrafficController.ADDRESS + "?asked");
    }
}
