package dev.parley.conversation;

import dev.parley.conversation.BulkAction.Tagging;
import dev.parley.conversation.BulkResult.Counter;
import dev.parley.conversation.ConversationTagRows.Tagged;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The steps of both kinds of bulk actions: moving conversations, and tagging them.
@Component
class BulkSteps {
    private final BulkStep moves;
    private final BulkRows moveRows;
    private final BulkTagStep tagging;
    private final ConversationTagRows tagRows;

    BulkSteps(BulkStep moves, BulkRows moveRows, BulkTagStep tagging, ConversationTagRows tagRows) {
        this.moves = moves;
        this.moveRows = moveRows;
        this.tagging = tagging;
        this.tagRows = tagRows;
    }

    void apply(
            UUID bulk, BulkAction action, List<ConversationId> set, SignedIn me, Counter counter) {
        switch (action) {
            case BulkAction.Moving moving -> moves.apply(bulk, moving, set, me, counter);
            case BulkAction.Tagging what -> tagging.apply(bulk, what, set, me, counter);
        }
    }

    /// Undoes a set of one of the two.
    void undo(UUID bulk, Done done, List<ConversationId> set, SignedIn me, Counter counter) {
        if (done.tagging == null) {
            moves.undo(bulk, set, me, counter);
        } else {
            tagging.undo(bulk, done.tagging, set, me, counter);
        }
    }

    /// {@return what this bulk action of this user did, if it was made after then}
    Done done(UUID bulk, UserId user, Instant after) {
        var moved = moveRows.of(bulk, user, after);
        var tagged = moved.isEmpty() ? tagRows.remembered(bulk, user, after) : List.<Tagged>of();
        if (tagged.isEmpty()) {
            return new Done(moved, null);
        }
        var times = new LinkedHashMap<ConversationId, Instant>();
        tagged.forEach(one -> times.put(one.conversation(), one.at()));
        return new Done(times, tagged.getFirst().what());
    }

    void forget(Instant before) {
        moveRows.forget(before);
        tagRows.forget(before);
    }

    /// What a bulk action did.
    ///
    /// @param conversations with when each was changed; empty if nothing can be undone
    /// @param tagging how they were tagged; null if they were moved
    record Done(Map<ConversationId, Instant> conversations, @Nullable Tagging tagging) {
        Done {
            conversations = new LinkedHashMap<>(conversations);
        }
    }
}
