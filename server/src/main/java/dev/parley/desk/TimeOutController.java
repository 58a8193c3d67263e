package dev.parley.desk;

import dev.parley.conversation.ConversationId;
import dev.parley.identity.SignedIn;
import dev.parley.timeout.TimeOuts;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/// Pauses and resumes the time-out rules of a conversation.
@Controller
@ResponseStatus(HttpStatus.NO_CONTENT)
class TimeOutController {
    private final TimeOuts timeOuts;

    TimeOutController(TimeOuts timeOuts) {
        this.timeOuts = timeOuts;
    }

    @PostMapping("/desk/conversations/{id}/pause-time-outs")
    void pause(SignedIn me, @PathVariable UUID id) {
        timeOuts.pause(new ConversationId(id), me.userId());
    }

    @PostMapping("/desk/conversations/{id}/resume-time-outs")
    void resume(SignedIn me, @PathVariable UUID id) {
        timeOuts.resume(new ConversationId(id), me.userId());
    }
}
