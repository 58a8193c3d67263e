package dev.parley.search;

import dev.parley.search.SearchEntries.Words;
import dev.parley.search.SearchProgress.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps the index complete, in rounds: what is queued; new messages, in the order of their ids;
/// those that became visible after later ones; and, once a day, whatever else is missing. So
/// nothing depends on what storing a message does, and a message from a slow transaction, or of a
/// node whose clock is slow, is found as well.
@Component
class SearchIndexing {
    private static final int BATCH = 500;
    private static final int STRETCH = 5_000;
    private static final Duration LOOK_BACK_EVERY = Duration.ofSeconds(10);
    private static final Duration FAR = Duration.ofMinutes(5);
    private static final Duration NEAR = Duration.ofSeconds(3);
    private static final Duration COMPARE_EVERY = Duration.ofDays(1);
    private static final UUID FIRST = new UUID(0, 0);

    private final SearchEntries entries;
    private final SearchQueue queue;
    private final SearchProgress progress;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SearchIndexing(
            SearchEntries entries,
            SearchQueue queue,
            SearchProgress progress,
            TransactionTemplate transaction,
            Clock clock) {
        this.entries = entries;
        this.queue = queue;
        this.progress = progress;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// {@return whether there may be more to do}
    boolean indexSome() {
        return Boolean.TRUE.equals(
                transaction.execute(_ -> progress.lock().map(this::indexSome).orElse(false)));
    }

    private boolean indexSome(Progress before) {
        var horizon = lowest(clock.instant().plus(FAR));
        if (before.reached() == null) {
            return start(before, horizon);
        }
        if (updateQueued()) {
            return true;
        }
        var reached = lower(before.reached(), horizon);
        var messages = entries.after(reached, horizon, BATCH);
        var after = indexNew(before, messages);
        return messages.size() == BATCH
                || lookBack(after, reached)
                        .map(lookedBack -> compare(lookedBack) || !messages.isEmpty())
                        .orElse(true);
    }

    /// What is already stored is left to the comparison, so that new messages need not wait for it.
    private boolean start(Progress before, UUID horizon) {
        var newest = progress.newest();
        newest.ifPresent(message -> progress.save(before.reaching(lower(message, horizon))));
        return newest.isPresent();
    }

    private boolean updateQueued() {
        var pending = queue.take(BATCH);
        entries.update(pending.messages());
        entries.updateCustomers(pending.customers());
        return pending.size() == BATCH;
    }

    private Progress indexNew(Progress before, List<Words> messages) {
        if (messages.isEmpty()) {
            return before;
        }
        entries.put(messages);
        var after = before.reaching(messages.getLast().message());
        progress.save(after);
        return after;
    }

    /// Within a millisecond ids are in no order, and transactions may end in another order.
    /// {@return the progress; empty if more is missing}
    private Optional<Progress> lookBack(Progress before, UUID reached) {
        var now = clock.instant();
        var far = isDue(before.lookedBackAt(), LOOK_BACK_EVERY, now);
        var missing = entries.missing(earlier(reached, far ? FAR : NEAR), reached, BATCH);
        entries.put(missing);
        if (missing.size() == BATCH) {
            return Optional.empty();
        }
        if (!far) {
            return Optional.of(before);
        }
        var after = before.lookedBack(now);
        progress.save(after);
        return Optional.of(after);
    }

    /// {@return whether that was long ago} A clock that was set back delays nothing.
    private static boolean isDue(Instant last, Duration interval, Instant now) {
        return last.isAfter(now) || !last.plus(interval).isAfter(now);
    }

    /// From the newest to the oldest, because the newest are searched most.
    private boolean compare(Progress before) {
        var now = clock.instant();
        var from = before.comparedDownTo();
        if (from == null) {
            if (!isDue(before.comparedAt(), COMPARE_EVERY, now)) {
                return false;
            }
            from = progress.newest().orElse(FIRST);
        }
        var start = progress.before(from, STRETCH);
        var missing = entries.missing(start.orElse(FIRST), from, BATCH);
        entries.put(missing);
        if (missing.size() < BATCH) {
            progress.save(start.map(before::comparedDownTo).orElseGet(() -> before.compared(now)));
        } else if (before.comparedDownTo() == null) {
            progress.save(before.comparedDownTo(from));
        }
        return true;
    }

    /// {@return the lowest id of so long before this one}
    private static UUID earlier(UUID id, Duration by) {
        return lowest(Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16).minus(by));
    }

    /// {@return the lowest id of this time} Ids begin with milliseconds.
    private static UUID lowest(Instant time) {
        return new UUID(Math.max(0, time.toEpochMilli()) << 16, 0);
    }

    /// {@return the lower of two ids} Ids of a node whose clock is fast are left to the comparison,
    /// or all others would wait until their time. PostgreSQL compares bytes without a sign.
    private static UUID lower(UUID one, UUID other) {
        var order =
                Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return order <= 0 ? one : other;
    }
}
