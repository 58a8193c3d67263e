package dev.parley.conversation;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.parley.conversation.BulkResult.Counter;
import dev.parley.conversation.BulkResult.Skipped;
import dev.parley.identity.SignedIn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.springframework.stereotype.Component;

/// Locks the conversations of one set of a bulk action that are free. It waits for no lock: two
/// transactions that lock many conversations in different orders would wait for each other.
@Component
class BulkLocks {
    private final Conversations conversations;

    BulkLocks(Conversations conversations) {
        this.conversations = conversations;
    }

    /// {@return those that are free, in the order of the set; the others are counted}
    SequencedMap<ConversationId, Conversation> free(List<ConversationId> set, Counter counter) {
        var free =
                conversations.lockFree(set).stream().collect(toMap(Conversation::id, identity()));
        var others = set.stream().filter(id -> !free.containsKey(id)).toList();
        if (!others.isEmpty()) {
            var busy = conversations.byIds(others).size();
            counter.skipped(Skipped.BUSY, busy);
            counter.skipped(Skipped.UNKNOWN, others.size() - busy);
        }
        var inOrder = new LinkedHashMap<ConversationId, Conversation>();
        set.stream().filter(free::containsKey).forEach(id -> inOrder.put(id, free.get(id)));
        return inOrder;
    }

    /// {@return those that are free, and that this user may read; the others are counted}
    SequencedMap<ConversationId, Conversation> readable(
            List<ConversationId> set, SignedIn me, Counter counter) {
        var readable = free(set, counter);
        var free = readable.size();
        readable.values().removeIf(found -> !Access.mayRead(found, me));
        counter.skipped(Skipped.UNKNOWN, free - readable.size());
        return readable;
    }
}
