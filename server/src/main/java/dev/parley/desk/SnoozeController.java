package dev.parley.desk;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Moves;
import dev.parley.desk.view.SnoozeTime;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.PageFrame;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Snoozes a conversation until a time, or until the customer writes.
@Controller
class SnoozeController {
    private final Moves moves;
    private final Clock clock;

    SnoozeController(Moves moves, Clock clock) {
        this.moves = moves;
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
                SnoozeTime.read(until, now, frame.t().zone()).filter(one -> isPossible(one, now));
        if (time.isEmpty()) {
            return TextResponse.of(422, frame.text("desk.snooze.impossible"));
        }
        moves.snooze(new ConversationId(id), me.userId(), time.get());
        return ResponseEntity.noContent().build();
    }

    static boolean isPossible(Instant time, Instant now) {
        return time.isAfter(now) && !time.isAfter(now.plus(Moves.LONGEST_SNOOZE));
    }
}
