package dev.parley.inbox;

import dev.parley.channel.ByChannel;
import dev.parley.identity.Audit;
import dev.parley.identity.UserId;
import dev.parley.inbox.DeadLetters.Search;
import dev.parley.inbox.DeadLetters.Settled;
import dev.parley.platform.DatabaseOutage;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// What administrators do with dead letters: they retry or discard them.
@Component
public class DeadLetterHandling {
    private static final int BATCH = 500;

    private final DeadLetters deadLetters;
    private final Envelopes envelopes;
    private final ByChannel<BodyReader> readers;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeadLetterHandling(
            DeadLetters deadLetters,
            Envelopes envelopes,
            List<BodyReader> readers,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.deadLetters = deadLetters;
        this.envelopes = envelopes;
        this.readers = new ByChannel<>(readers);
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Retries the dead letter. If it fails again, it becomes a new dead letter.
    public RetryResult retry(UUID id, UserId by) {
        return retry(List.of(id), by);
    }

    /// Retries all that match and are waiting now, oldest first, in batches. Stops when the inbox
    /// is full: the others remain waiting.
    public RetryResult retryAll(Search search, UserId by) {
        var until = clock.instant();
        var ran = 0;
        while (true) {
            var ids = deadLetters.oldest(search, until, BATCH);
            var batch = retry(ids, by);
            ran += batch.ran();
            if (batch.full() || batch.ran() < ids.size() || ids.size() < BATCH) {
                return new RetryResult(ran, batch.full());
            }
        }
    }

    private RetryResult retry(List<UUID> ids, UserId by) {
        var ran = 0;
        try {
            for (var id : ids) {
                ran += retryOne(id, by) ? 1 : 0;
            }
            return new RetryResult(ran, false);
        } catch (InboxFull _) {
            return new RetryResult(ran, true);
        }
    }

    /// A dead letter that the database still refuses remains waiting.
    private boolean retryOne(UUID id, UserId by) {
        try {
            return Boolean.TRUE.equals(transaction.execute(_ -> takeUpAgain(id, by)));
        } catch (DataAccessException failure) {
            if (DatabaseOutage.is(failure)) {
                throw failure;
            }
            return false;
        }
    }

    /// Discards the dead letter; {@return false if it was already retried or discarded}
    ///
    /// @param reason as entered by the administrator, for the audit log
    public boolean discard(UUID id, String reason, UserId by) {
        return Boolean.TRUE.equals(transaction.execute(_ -> settleDiscarded(id, reason, by)));
    }

    private boolean settleDiscarded(UUID id, String reason, UserId by) {
        var letter = deadLetters.byId(id);
        var settled = deadLetters.settle(id);
        if (settled.isPresent()) {
            var before = letter.map(DeadLetterHandling::auditFields).orElse(Map.of());
            var subject = "deadLetter/" + id;
            audit.record(by, "deadLetter.discarded", subject, before, Map.of("reason", reason));
        }
        return settled.isPresent();
    }

    private static Map<String, String> auditFields(DeadLetter letter) {
        return Map.of(
                "cause", letter.cause().name(),
                "endpoint", Objects.requireNonNullElse(letter.endpoint(), ""),
                "receivedAt", letter.receivedAt().toString());
    }

    private boolean takeUpAgain(UUID id, UserId by) {
        var settled = deadLetters.settle(id);
        settled.ifPresent(letter -> {
            audit.record(by, "deadLetter.retried", "deadLetter/" + id, Map.of(), Map.of());
            takeUpAgain(letter);
        });
        return settled.isPresent();
    }

    private void takeUpAgain(Settled letter) {
        if (letter.envelope() != null) {
            envelopes.retry(letter.envelope());
        } else if (letter.body().size() == 0) {
            return;
        } else if (letter.source().isEmpty()) {
            envelopes.add(List.of(RefusedEnvelope.of(letter.body().bytes())));
        } else {
            readers.of(letter.channel()).retry(letter.source(), letter.body().bytes());
        }
    }

    /// The result of a retry.
    ///
    /// @param full whether it stopped because the inbox is full
    public record RetryResult(int ran, boolean full) {}
}
