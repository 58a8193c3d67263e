package dev.parley.timeout;

import dev.parley.conversation.Conversation.Active;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Message.Note;
import dev.parley.conversation.TimeOutMoves;
import dev.parley.conversation.TimeOutMoves.Delivery;
import dev.parley.engagement.SlugText;
import dev.parley.inbox.Inbox;
import dev.parley.timeout.Silences.Measured;
import dev.parley.workstream.Workstreams;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Runs the rule that is due in one conversation: its message to the customer, if that may be sent,
/// and its action in any case.
@Component
class TimeOutRun {
    private static final Comparator<Measured> FIRST_DUE =
            Comparator.comparing(Measured::dueAt)
                    .thenComparing(measured -> measured.rule().content().after())
                    .thenComparingInt(measured -> measured.rule().place());

    private final Silences silences;
    private final TimeOutStates states;
    private final TimeOutMoves moves;
    private final Workstreams workstreams;
    private final TimeOutNames names;
    private final Inbox inbox;

    TimeOutRun(
            Silences silences,
            TimeOutStates states,
            TimeOutMoves moves,
            Workstreams workstreams,
            TimeOutNames names,
            Inbox inbox) {
        this.silences = silences;
        this.states = states;
        this.moves = moves;
        this.workstreams = workstreams;
        this.names = names;
        this.inbox = inbox;
    }

    /// Runs the rule that has been due for longest. {@return false if none is, somebody else has
    /// locked the conversation, or something of the customer is not processed yet}
    @Transactional
    boolean run(ConversationId id, Instant now) {
        var active = moves.lock(id).orElse(null);
        if (active == null || inbox.isWaiting(active.details().address())) {
            return false;
        }
        var due = next(silences.of(id, now)).filter(next -> next.isDue(now));
        due.ifPresent(found -> run(active, found, now));
        return due.isPresent();
    }

    /// {@return the rule that runs next, if nobody writes until then}
    static Optional<Measured> next(List<Measured> rules) {
        return rules.stream().filter(Measured::isPending).min(FIRST_DUE);
    }

    private void run(Active active, Measured due, Instant now) {
        var content = due.rule().content();
        states.ran(active.id(), due.rule(), due.silentSince(), now);
        var line =
                new TimeOutLine(
                                content.silent(),
                                content.after(),
                                content.action(),
                                write(active, due))
                        .content();
        switch (content.action()) {
            case WRITE_TO_CUSTOMER -> moves.record(active, Note.TIMED_OUT, null, line);
            case REMIND_AGENT -> moves.remindAgent(active, line);
            case MOVE_TO_WAITING -> moves.moveToWaiting(active, line);
            case END -> moves.end(active, line);
            case CLOSE -> moves.close(active, line);
        }
    }

    /// {@return what became of the message; null if the rule has none}
    private @Nullable Delivery write(Active active, Measured due) {
        var handling = workstreams.handlingOf(active.details().address().at());
        var language = handling.settings().language();
        var words = due.rule().content().text(language);
        var text =
                words.isEmpty() ? "" : SlugText.filled(words, names.of(active, language)).strip();
        if (text.isEmpty()) {
            return null;
        }
        var key = "time-out/%s/%d".formatted(due.rule().id(), due.silentSince().toEpochMilli());
        return moves.write(active, key, text);
    }
}
