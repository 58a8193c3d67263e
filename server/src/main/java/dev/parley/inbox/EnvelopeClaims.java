package dev.parley.inbox;

import dev.parley.channel.Address;
import dev.parley.inbox.Envelopes.Claimed;
import dev.parley.inbox.Envelopes.Oldest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// Chooses the waiting envelopes to handle next: the oldest. While very many envelopes of a few
/// people wait, people take turns instead, so that others are not delayed.
final class EnvelopeClaims {
    /// How many batches of waiting envelopes are considered: as many as all threads claim at once.
    private static final int BATCHES = 4;

    /// If the oldest envelopes are from fewer people than this, people take turns.
    private static final int FEW_PEOPLE = 10;

    /// Every so many claims, the search begins at the first envelope, to include those with a lower
    /// id: retried ones, and those that another node committed late.
    private static final int CLAIMS_PER_FULL_SEARCH = 50;

    private final Envelopes envelopes;
    private final Backlog backlog;
    private final int batch;
    private final AtomicInteger claims = new AtomicInteger();

    /// The lowest id that waited at the last claim. Starting there avoids the index entries of
    /// envelopes that are handled already.
    private volatile long first;

    /// The person whose envelopes were claimed last while people take turns, if others may wait
    /// after them.
    private volatile Optional<Address> lastTurn = Optional.empty();

    EnvelopeClaims(Envelopes envelopes, Backlog backlog, int batch) {
        this.envelopes = envelopes;
        this.backlog = backlog;
        this.batch = batch;
    }

    /// Claims the next envelopes for this transaction.
    Next next() {
        var from = claims.incrementAndGet() % CLAIMS_PER_FULL_SEARCH == 0 ? 0 : first;
        var oldest = oldest(from);
        if (oldest.claimed().isEmpty() && from > 0) {
            oldest = oldest(0);
        }
        var isDominated =
                backlog.isMoreThan(window()) && countPeople(oldest.claimed()) < FEW_PEOPLE;
        if (!isDominated) {
            return new Next(oldest.claimed(), oldest.claimed().size() == oldest.count());
        }
        var turns = byTurns();
        return new Next(turns, turns.isEmpty());
    }

    private Oldest oldest(long from) {
        var oldest = envelopes.claimOldest(from, window(), people(), batch);
        first = oldest.claimed().isEmpty() ? 0 : oldest.first();
        return oldest;
    }

    private int window() {
        return batch * BATCHES;
    }

    private List<Claimed> byTurns() {
        var claimed = envelopes.claimByTurns(lastTurn, people(), batch);
        if (claimed.isEmpty() && lastTurn.isPresent()) {
            claimed = envelopes.claimByTurns(Optional.empty(), people(), batch);
        }
        lastTurn =
                countPeople(claimed) < people()
                        ? Optional.empty()
                        : Optional.of(claimed.getLast().envelope().address());
        return claimed;
    }

    /// The number of people for whom one thread claims: at most half a batch, so that others are
    /// left for the other threads.
    private int people() {
        return Math.max(1, batch / 2);
    }

    private static long countPeople(List<Claimed> claimed) {
        return claimed.stream().map(one -> one.envelope().address()).distinct().count();
    }

    /// @param claimed those of each person in order
    /// @param isAll whether nothing else can be claimed now
    record Next(List<Claimed> claimed, boolean isAll) {}
}
