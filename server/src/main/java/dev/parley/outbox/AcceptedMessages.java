package dev.parley.outbox;

import static java.util.stream.Collectors.toMap;

import dev.parley.outbox.Courier.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Stores that the channel accepted messages: while one thread commits, the results of the others
/// accumulate, and the next thread stores all of them in one transaction.
@Component
class AcceptedMessages {
    private static final Logger log = LoggerFactory.getLogger(AcceptedMessages.class);
    private static final int MOST_AT_ONCE = 100;

    private final SendResults sendResults;
    private final Queue<Acceptance> waiting = new ArrayDeque<>();
    private final ReentrantLock committing = new ReentrantLock(true);

    AcceptedMessages(SendResults sendResults) {
        this.sendResults = sendResults;
    }

    /// Returns when it is committed.
    void store(Outgoing outgoing, String channelMessageId) {
        var own = new Acceptance(outgoing, channelMessageId);
        synchronized (waiting) {
            waiting.add(own);
        }
        committing.lock();
        try {
            while (!own.attempted) {
                storeWaiting();
            }
        } finally {
            committing.unlock();
        }
        if (!own.stored) {
            sendResults.settle(outgoing, new Outcome.Accepted(channelMessageId));
        }
    }

    private void storeWaiting() {
        var some = takeWaiting();
        try {
            var stored = tryStore(some);
            some.forEach(one -> one.stored = stored.contains(one.outgoing));
        } finally {
            some.forEach(one -> one.attempted = true);
        }
    }

    private List<Acceptance> takeWaiting() {
        var taken = new ArrayList<Acceptance>();
        synchronized (waiting) {
            while (taken.size() < MOST_AT_ONCE && !waiting.isEmpty()) {
                taken.add(waiting.remove());
            }
        }
        return taken;
    }

    /// {@return those that are stored: each thread stores the others itself}
    private Set<Outgoing> tryStore(List<Acceptance> some) {
        try {
            return sendResults.accepted(
                    some.stream().collect(toMap(one -> one.outgoing, one -> one.channelMessageId)));
        } catch (RuntimeException failure) {
            log.warn("{} sent messages are stored one by one: {}", some.size(), failure.toString());
            return Set.of();
        }
    }

    /// A message that the channel accepted.
    private static final class Acceptance {
        private final Outgoing outgoing;
        private final String channelMessageId;
        private boolean attempted;
        private boolean stored;

        Acceptance(Outgoing outgoing, String channelMessageId) {
            this.outgoing = outgoing;
            this.channelMessageId = channelMessageId;
        }
    }
}
