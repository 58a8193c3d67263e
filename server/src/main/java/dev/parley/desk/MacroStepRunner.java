package dev.parley.desk;

import dev.parley.conversation.ConversationConflict;
import dev.parley.desk.ConversationAccess.Opened;
import dev.parley.engagement.macro.MacroRun;
import dev.parley.engagement.macro.MacroRuns;
import dev.parley.engagement.macro.MacroStep;
import dev.parley.platform.web.PageFrame;
import dev.parley.routing.Transfers.Target;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Does one step of a macro, in a transaction of its own: it is done and marked as done, or
/// neither.
@Component
class MacroStepRunner {
    private final MacroMessages messages;
    private final MacroMoves moves;
    private final MacroRuns runs;
    private final ConflictTexts conflictTexts;
    private final TransactionTemplate transaction;

    MacroStepRunner(
            MacroMessages messages,
            MacroMoves moves,
            MacroRuns runs,
            ConflictTexts conflictTexts,
            TransactionTemplate transaction) {
        this.messages = messages;
        this.moves = moves;
        this.runs = runs;
        this.conflictTexts = conflictTexts;
        this.transaction = transaction;
    }

    /// {@return why the step failed; empty if it is done now, or was done already}
    Optional<String> run(PageFrame frame, Opened opened, MacroRun run, int place) {
        try {
            var failure =
                    transaction.execute(status -> {
                        var why =
                                runs.claim(run, place)
                                        ? perform(frame, opened, run, place)
                                        : Optional.<String>empty();
                        if (why.isPresent()) {
                            status.setRollbackOnly();
                        }
                        return why;
                    });
            return failure == null ? Optional.empty() : failure;
        } catch (ConversationConflict _) {
            var id = opened.conversation().id();
            return Optional.of(conflictTexts.orUnavailable(frame, opened.me(), id));
        } catch (AccessDeniedException _) {
            return Optional.of(frame.text("desk.shut.reader"));
        }
    }

    private Optional<String> perform(PageFrame frame, Opened opened, MacroRun run, int place) {
        var key = run.key() + "." + place;
        return switch (run.steps().get(place)) {
            case MacroStep.Reply(var text) -> messages.reply(frame, opened, text, key);
            case MacroStep.Note(var text) -> messages.note(frame, opened, text, key);
            case MacroStep.AddTag(var tag) -> messages.tag(frame, opened, tag);
            case MacroStep.Snooze(var until) -> {
                moves.snooze(frame, opened, until);
                yield Optional.empty();
            }
            case MacroStep.End end -> moves.end(frame, opened, end);
            case MacroStep.ToQueue(var queue) ->
                    moves.transfer(frame, opened, new Target.ToQueue(queue), key);
            case MacroStep.ToAgent(var agent) ->
                    moves.transfer(frame, opened, new Target.ToAgent(agent), key);
        };
    }
}
