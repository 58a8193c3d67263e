package dev.parley.desk;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Snoozing;
import dev.parley.desk.view.SnoozeTime;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.PageFrame;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Snoozes a conversation until a time, or until the customer writes.
@Controller
class SnoozeController {
    private final Snoozing snoozing;
    private final Clock clock;

    SnoozeController(Snoozing snoozing, Clock clock) {
        this.snoozing = snoozing;
        this.clock = clock;
    }

    /// @param until a [SnoozeTime], or a date and time in the agent's time zone
    @PostMapping("/desk/conversations/{id}/snooze")
    ResponseEntity<String> snooze(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String until) {
        var now = clock.instant();
        var time =
                SnoozeTime.read(until, now, frame.t().zone())
                        .filter(one -> Snoozing.isPossible(one, now));
        if (time.isEmpty()) {
            return TextResponse.of(422, frame.text("desk.snooze.impossible"));
        }
        snoozing.snooze(new ConversationId(id), me.userId(), time.get());
        return ResponseEntity.noContent().build();
    }
}
