package dev.parley.conversation;

import dev.parley.conversation.BulkAction.Tagging;
import dev.parley.conversation.BulkResult.Counter;
import dev.parley.conversation.BulkResult.Skipped;
import dev.parley.identity.SignedIn;
import dev.parley.tag.TagId;
import dev.parley.tag.Tags;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Adds a tag to one set of conversations, or removes it, in one transaction. It locks the tag
/// first, then the conversations, then what is remembered of them; as [BulkStep], it waits for no
/// lock of a conversation.
@Component
class BulkTagStep {
    private final BulkLocks locks;
    private final ConversationTagRows rows;
    private final Tags tags;
    private final TagLines lines;
    private final Clock clock;

    BulkTagStep(BulkLocks locks, ConversationTagRows rows, Tags tags, TagLines lines, Clock clock) {
        this.locks = locks;
        this.rows = rows;
        this.tags = tags;
        this.lines = lines;
        this.clock = clock;
    }

    @Transactional
    public void apply(
            UUID bulk, Tagging tagging, List<ConversationId> set, SignedIn me, Counter counter) {
        var tag = tags.keep(tagging.tag());
        var locked = locks.readable(set, me, counter);
        if (tag.isEmpty()) {
            counter.skipped(Skipped.CHANGED, locked.size());
            return;
        }
        var having = rows.having(tagging.tag(), locked.keySet());
        var toChange =
                locked.keySet().stream()
                        .filter(id -> having.contains(id) != tagging.added())
                        .toList();
        counter.skipped(Skipped.ALREADY, locked.size() - toChange.size());
        var now = clock.instant();
        var changed =
                tagging.added()
                        ? add(tagging.tag(), toChange, me, now)
                        : rows.remove(tagging.tag(), toChange);
        counter.skipped(Skipped.FULL, toChange.size() - changed.size());
        lines.add(tag.get(), tagging.added(), of(locked, changed), me, now);
        if (!changed.isEmpty()) {
            rows.remember(bulk, me.userId(), tagging, changed, now);
        }
        counter.moved(changed.size());
    }

    /// Undoes what is unchanged since.
    ///
    /// @param done what the bulk action did
    @Transactional
    public void undo(
            UUID bulk, Tagging done, List<ConversationId> set, SignedIn me, Counter counter) {
        var tag = tags.keep(done.tag());
        var locked = locks.readable(set, me, counter);
        if (tag.isEmpty()) {
            counter.skipped(Skipped.CHANGED, locked.size());
            return;
        }
        var now = clock.instant();
        var removed =
                done.added()
                        ? rows.removeAgain(bulk, me.userId(), locked.keySet())
                        : Set.<ConversationId>of();
        var taken = rows.take(bulk, me.userId(), locked.keySet());
        var changed = done.added() ? removed : add(done.tag(), taken, me, now);
        lines.add(tag.get(), !done.added(), of(locked, changed), me, now);
        counter.moved(changed.size());
        counter.skipped(Skipped.CHANGED, taken.size() - changed.size());
    }

    private Set<ConversationId> add(
            TagId tag, Collection<ConversationId> conversations, SignedIn me, Instant now) {
        return rows.add(tag, conversations, ConversationTags.MOST, me.userId(), now);
    }

    private static List<Conversation> of(
            Map<ConversationId, Conversation> locked, Set<ConversationId> some) {
        return locked.values().stream().filter(one -> some.contains(one.id())).toList();
    }
}
