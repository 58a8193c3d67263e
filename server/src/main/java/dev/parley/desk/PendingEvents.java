package dev.parley.desk;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/// The events that wait to be sent to one desk, each name once. Those of lists are sent at most
/// once a second, the first at once; all others are sent at once. Times are in nanoseconds of
/// [System#nanoTime()].
final class PendingEvents {
    private static final long LISTS_EVERY = Duration.ofSeconds(1).toNanos();
    private static final long FOREVER = Duration.ofHours(1).toNanos();

    private final Set<String> urgent = new LinkedHashSet<>();
    private final Set<String> lists = new LinkedHashSet<>();
    private boolean listsSent;
    private long listsSentAt;

    /// {@return whether any of them was not waiting already}
    ///
    /// @param soon the events of lists
    synchronized boolean add(Set<String> now, Set<String> soon) {
        var added = urgent.addAll(now);
        return lists.addAll(soon) || added;
    }

    /// {@return how long to wait before the next is due}
    synchronized long delay(long now) {
        if (!urgent.isEmpty()) {
            return 0;
        }
        return lists.isEmpty() ? FOREVER : Math.max(0, listsDelay(now));
    }

    /// Removes and {@return those that are due}
    synchronized Set<String> take(long now) {
        var due = new LinkedHashSet<>(urgent);
        urgent.clear();
        if (!lists.isEmpty() && listsDelay(now) <= 0) {
            due.addAll(lists);
            lists.clear();
            listsSent = true;
            listsSentAt = now;
        }
        return due;
    }

    private long listsDelay(long now) {
        return listsSent ? listsSentAt + LISTS_EVERY - now : 0;
    }
}
