package dev.parley.desk;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.TakeOvers;
import dev.parley.identity.SignedIn;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/// Takes conversations over from colleagues.
@Controller
@ResponseStatus(HttpStatus.NO_CONTENT)
class TakeOverController {
    private final TakeOvers takeOvers;

    TakeOverController(TakeOvers takeOvers) {
        this.takeOvers = takeOvers;
    }

    @PostMapping("/desk/conversations/{id}/take-over")
    void takeOver(SignedIn me, @PathVariable UUID id) {
        takeOvers.takeOver(me, new ConversationId(id));
    }

    @PostMapping("/desk/taken-over/seen")
    void seen(SignedIn me) {
        takeOvers.seen(me.userId());
    }
}
