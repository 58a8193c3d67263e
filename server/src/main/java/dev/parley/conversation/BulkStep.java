package dev.parley.conversation;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.parley.conversation.BulkMove.By;
import dev.parley.conversation.BulkMove.Done;
import dev.parley.conversation.BulkMove.Move;
import dev.parley.conversation.BulkMove.Skip;
import dev.parley.conversation.BulkResult.Counter;
import dev.parley.conversation.BulkResult.Skipped;
import dev.parley.identity.SignedIn;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Moves one set of conversations in one transaction. It waits for no lock: two transactions that
/// lock many conversations in different orders would wait for each other.
@Component
class BulkStep {
    private final BulkLocks locks;
    private final ConversationUpdates updates;
    private final BulkRows rows;
    private final Dispositions dispositions;
    private final ConversationSettings settings;
    private final Clock clock;

    BulkStep(
            BulkLocks locks,
            ConversationUpdates updates,
            BulkRows rows,
            Dispositions dispositions,
            ConversationSettings settings,
            Clock clock) {
        this.locks = locks;
        this.updates = updates;
        this.rows = rows;
        this.dispositions = dispositions;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    public void apply(
            UUID bulk,
            BulkAction.Moving action,
            List<ConversationId> set,
            SignedIn me,
            Counter counter) {
        var by = by(me);
        var moves =
                locks.readable(set, me, counter).values().stream()
                        .map(found -> move(action, found, by))
                        .toList();
        var moved = store(moves, counter, by.now());
        if (!moved.isEmpty()) {
            updates.assigned(action, moved, me.userId());
            rows.remember(bulk, me.userId(), BulkMove.Action.of(action), moved, by.now());
        }
    }

    private BulkMove move(BulkAction.Moving action, Conversation conversation, By by) {
        var move = BulkMove.of(action, conversation, by);
        return action instanceof BulkAction.Close
                        && move instanceof Move
                        && !dispositions.allowsClosing(conversation)
                ? new Skip(Skipped.NO_CODE)
                : move;
    }

    @Transactional
    public void undo(UUID bulk, List<ConversationId> set, SignedIn me, Counter counter) {
        var by = by(me);
        var locked = locks.free(set, counter);
        var done =
                rows.take(bulk, me.userId(), List.copyOf(locked.keySet())).stream()
                        .collect(toMap(Done::conversation, identity()));
        var moves = new ArrayList<BulkMove>();
        locked.forEach((id, found) -> {
            var one = done.get(id);
            if (one != null) {
                moves.add(BulkMove.undo(one, found, by));
            }
        });
        store(moves, counter, by.now());
    }

    private By by(SignedIn me) {
        return new By(me.userId(), me.name(), clock.instant(), settings.undoFor());
    }

    private List<Move> store(List<BulkMove> all, Counter counter, Instant now) {
        var moves = new ArrayList<Move>();
        for (var one : all) {
            switch (one) {
                case Skip(var why) -> counter.skipped(why);
                case Move move -> moves.add(move);
            }
        }
        if (!moves.isEmpty()) {
            updates.moveAll(moves, rows, now);
        }
        counter.moved(moves.size());
        return moves;
    }
}
