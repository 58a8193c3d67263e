package dev.parley.desk;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.DispositionMissing;
import dev.parley.conversation.Dispositions;
import dev.parley.conversation.InternalNotes;
import dev.parley.conversation.Moves;
import dev.parley.conversation.Snoozing;
import dev.parley.desk.ConversationAccess.Opened;
import dev.parley.desk.view.SnoozeTime;
import dev.parley.engagement.macro.MacroSnooze;
import dev.parley.engagement.macro.MacroStep;
import dev.parley.platform.web.PageFrame;
import dev.parley.routing.Transfers;
import dev.parley.routing.Transfers.Target;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The steps of macros that move a conversation.
@Component
class MacroMoves {
    private final Moves moves;
    private final Snoozing snoozing;
    private final Dispositions dispositions;
    private final Transfers transfers;
    private final Clock clock;

    MacroMoves(
            Moves moves,
            Snoozing snoozing,
            Dispositions dispositions,
            Transfers transfers,
            Clock clock) {
        this.moves = moves;
        this.snoozing = snoozing;
        this.dispositions = dispositions;
        this.transfers = transfers;
        this.clock = clock;
    }

    void snooze(PageFrame frame, Opened opened, MacroSnooze until) {
        snoozing.snooze(
                opened.conversation().id(),
                opened.me().userId(),
                time(until).from(clock.instant(), frame.t().zone()));
    }

    private static SnoozeTime time(MacroSnooze until) {
        return switch (until) {
            case ONE_HOUR -> SnoozeTime.ONE_HOUR;
            case THREE_HOURS -> SnoozeTime.THREE_HOURS;
            case TOMORROW -> SnoozeTime.TOMORROW;
            case NEXT_WEEK -> SnoozeTime.NEXT_WEEK;
        };
    }

    /// {@return why it was not ended; empty if it was}
    Optional<String> end(PageFrame frame, Opened opened, MacroStep.End end) {
        var id = opened.conversation().id();
        var code = end.code();
        moves.end(id, opened.me().userId());
        if (code != null
                && dispositions.asksFor(opened.conversation())
                && !dispositions.choose(opened.me(), id, code)) {
            return Optional.of(frame.text("macro.obstacle.codeGone"));
        }
        return end.closes() ? close(frame, opened, id) : Optional.empty();
    }

    private Optional<String> close(PageFrame frame, Opened opened, ConversationId id) {
        try {
            moves.close(id, opened.me().userId());
            return Optional.empty();
        } catch (DispositionMissing _) {
            return Optional.of(frame.text("macro.obstacle.codeRequired"));
        }
    }

    /// {@return why it was not transferred; empty if it was}
    Optional<String> transfer(PageFrame frame, Opened opened, Target target, String key) {
        var result =
                transfers.transfer(
                        opened.conversation().id(), opened.me().userId(), target, "", key);
        return switch (result) {
            case TRANSFERRED -> Optional.empty();
            case NO_SUCH_TARGET -> Optional.of(frame.text("desk.transfer.gone"));
            case CUSTOMER_BLOCKED -> Optional.of(frame.text("blocking.transfer.blocked"));
            case NOTE_TOO_LONG ->
                    Optional.of(frame.text("desk.internalNote.tooLong", InternalNotes.LONGEST));
        };
    }
}
