package dev.parley.conversation;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.parley.conversation.BulkAction.Tagging;
import dev.parley.conversation.BulkResult.Counter;
import dev.parley.conversation.BulkResult.Skipped;
import dev.parley.conversation.ConversationTagRows.Tagged;
import dev.parley.identity.SignedIn;
import dev.parley.tag.Tags;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Adds a tag to one set of conversations, or removes it, in one transaction. As [BulkStep], it
/// waits for no lock of a conversation.
@Component
class BulkTagStep {
    private final Conversations conversations;
    private final ConversationTagRows rows;
    private final Tags tags;
    private final TagLines lines;
    private final Clock clock;

    BulkTagStep(
            Conversations conversations,
            ConversationTagRows rows,
            Tags tags,
            TagLines lines,
            Clock clock) {
        this.conversations = conversations;
        this.rows = rows;
        this.tags = tags;
        this.lines = lines;
        this.clock = clock;
    }

    @Transactional
    public void apply(
            UUID bulk, Tagging tagging, List<ConversationId> set, SignedIn me, Counter counter) {
        var locked = lock(set, counter);
        var readable =
                locked.values().stream()
                        .filter(found -> Access.mayRead(found, me))
                        .map(Conversation::id)
                        .toList();
        count(counter, Skipped.UNKNOWN, locked.size() - readable.size());
        var tag = tags.keep(tagging.tag());
        if (tag.isEmpty()) {
            count(counter, Skipped.CHANGED, readable.size());
            return;
        }
        var having = rows.having(tagging.tag(), readable);
        var toChange =
                readable.stream().filter(id -> having.contains(id) != tagging.added()).toList();
        count(counter, Skipped.ALREADY, readable.size() - toChange.size());
        var done =
                new Tagged(tagging.tag(), tagging.added(), clock.instant(), Set.copyOf(toChange));
        var changed = change(done, me);
        count(counter, Skipped.FULL, toChange.size() - changed.size());
        lines.add(tag.get(), tagging.added(), of(locked, changed), me, done.at());
        if (!changed.isEmpty()) {
            rows.remember(
                    bulk,
                    me.userId(),
                    new Tagged(tagging.tag(), tagging.added(), done.at(), changed));
        }
        counter.moved(changed.size());
    }

    private Set<ConversationId> change(Tagged what, SignedIn me) {
        var ids = what.conversations();
        return what.added()
                ? rows.add(what.tag(), ids, ConversationTags.MOST, me.userId(), what.at())
                : rows.remove(what.tag(), ids);
    }

    @Transactional
    public void undo(UUID bulk, List<ConversationId> set, SignedIn me, Counter counter) {
        var locked = lock(set, counter);
        var now = clock.instant();
        for (var done : together(rows.take(bulk, me.userId(), locked.keySet()))) {
            var back = new Tagged(done.tag(), !done.added(), now, done.conversations());
            var tag = tags.keep(done.tag());
            var changed = tag.isEmpty() ? Set.<ConversationId>of() : change(back, me);
            tag.ifPresent(found -> lines.add(found, back.added(), of(locked, changed), me, now));
            counter.moved(changed.size());
            count(counter, Skipped.CHANGED, done.conversations().size() - changed.size());
        }
    }

    /// A bulk action is about one tag, in several transactions.
    private static List<Tagged> together(List<Tagged> all) {
        var ids = all.stream().flatMap(one -> one.conversations().stream()).collect(toSet());
        return all.isEmpty()
                ? List.of()
                : List.of(
                        new Tagged(
                                all.getFirst().tag(),
                                all.getFirst().added(),
                                all.getFirst().at(),
                                ids));
    }

    private Map<ConversationId, Conversation> lock(List<ConversationId> set, Counter counter) {
        var locked =
                conversations.lockFree(set).stream().collect(toMap(Conversation::id, identity()));
        set.stream()
                .filter(id -> !locked.containsKey(id))
                .forEach(id ->
                        counter.skipped(
                                conversations.byId(id).isPresent()
                                        ? Skipped.BUSY
                                        : Skipped.UNKNOWN));
        return locked;
    }

    private static List<Conversation> of(
            Map<ConversationId, Conversation> locked, Set<ConversationId> some) {
        return locked.values().stream().filter(one -> some.contains(one.id())).toList();
    }

    private static void count(Counter counter, Skipped why, int times) {
        for (var time = 0; time < times; time++) {
            counter.skipped(why);
        }
    }
}
