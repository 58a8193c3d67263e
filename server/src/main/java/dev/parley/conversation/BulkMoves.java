package dev.parley.conversation;

import dev.parley.conversation.BulkResult.Counter;
import dev.parley.identity.SignedIn;
import dev.parley.platform.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/// Moves or tags many conversations at once, each under the same conditions as a single one. They
/// are moved in sets of [#SET], each set in a transaction of its own, so that no customer's message
/// waits for long. A short time afterwards, the user can undo what was moved.
@Component
public class BulkMoves {
    /// The most conversations in one action.
    public static final int MOST = 500;

    private static final int SET = 50;
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final BulkSteps steps;
    private final Access access;
    private final ConversationSettings settings;
    private final Clock clock;

    BulkMoves(BulkSteps steps, Access access, ConversationSettings settings, Clock clock) {
        this.steps = steps;
        this.access = access;
        this.settings = settings;
        this.clock = clock;
    }

    /// {@return whether this user can assign conversations to agents}
    public static boolean mayAssign(SignedIn me) {
        return Access.mayAct(me) || Access.mayReadAll(me);
    }

    /// Does this to these conversations. A conversation that somebody else changes at this moment
    /// is skipped.
    ///
    /// @throws AccessDeniedException when this user may not, or conversations cannot be assigned to
    ///   this agent
    public BulkResult apply(BulkAction action, List<ConversationId> conversations, SignedIn me) {
        if (conversations.size() > MOST) {
            throw new IllegalArgumentException("More than " + MOST + " conversations");
        }
        mustBeAllowed(action, me);
        var bulk = Ids.next();
        var now = clock.instant();
        steps.forget(now.minus(REMEMBERED));
        var counter = new Counter();
        for (var set : sets(conversations.stream().distinct().toList())) {
            steps.apply(bulk, action, set, me, counter);
        }
        return counter.result(
                bulk, settings.undoFor().isZero() ? null : now.plus(settings.undoFor()));
    }

    /// Undoes what this user did a moment ago, as far as nothing else happened to the conversations
    /// since. What is undone already stays undone, and what somebody else changes at this moment
    /// can be undone once more.
    public BulkResult undo(UUID bulk, SignedIn me) {
        var counter = new Counter();
        var done = steps.done(bulk, me.userId(), clock.instant().minus(settings.undoFor()));
        for (var set : sets(List.copyOf(done.conversations().keySet()))) {
            steps.undo(bulk, done, set, me, counter);
        }
        return counter.undone(
                bulk,
                done.conversations().values().stream()
                        .min(Comparator.naturalOrder())
                        .map(first -> first.plus(settings.undoFor()))
                        .orElse(null));
    }

    private void mustBeAllowed(BulkAction action, SignedIn me) {
        switch (action) {
            case BulkAction.Assign(var agent) -> {
                if (!mayAssign(me)) {
                    throw new AccessDeniedException("User may not assign conversations");
                }
                access.mustBeAgent(agent);
            }
            case BulkAction.Snooze(var until) -> {
                access.mustBeAgent(me.userId());
                mustBePossible(until);
            }
            case BulkAction.Close() -> access.mustBeAgent(me.userId());
            case BulkAction.Tagging _ -> {
                // everybody may tag what they may read
            }
        }
    }

    private void mustBePossible(Instant until) {
        var now = clock.instant();
        if (!Snoozing.isPossible(until, now)) {
            throw new IllegalArgumentException("Not within a year from now: " + until);
        }
    }

    private static List<List<ConversationId>> sets(List<ConversationId> all) {
        var sets = new ArrayList<List<ConversationId>>();
        for (var from = 0; from < all.size(); from += SET) {
            sets.add(all.subList(from, Math.min(all.size(), from + SET)));
        }
        return sets;
    }
}
