package dev.parley.inbox;

import dev.parley.inbox.Envelopes.Claimed;
import dev.parley.platform.DatabaseOutage;
import dev.parley.work.CrashJournal;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/// Hands envelopes on: one person's in order, many people's at once.
///
/// Handling and marking share a transaction, so "handled" and its effect cannot part. What fails in
/// company is tried again alone; what fails alone is set aside, and the person's later envelopes go
/// on.
final class EnvelopeDispatch {
    private static final Logger log = LoggerFactory.getLogger(EnvelopeDispatch.class);
    private static final String KIND = "envelope";

    private final Envelopes envelopes;
    private final DeadLetters deadLetters;
    private final EnvelopeHandler reception;
    private final CrashJournal journal;
    private final TransactionTemplate transaction;
    private final int batch;

    EnvelopeDispatch(
            Envelopes envelopes,
            DeadLetters deadLetters,
            EnvelopeHandler reception,
            CrashJournal journal,
            TransactionTemplate transaction,
            int batch) {
        this.envelopes = envelopes;
        this.deadLetters = deadLetters;
        this.reception = reception;
        this.journal = journal;
        this.transaction = transaction;
        this.batch = batch;
    }

    /// Hands on the next envelope of each waiting person; {@return false if nobody waits}
    boolean handOnSome() {
        var claimed = new ArrayList<Claimed>();
        try {
            transaction.executeWithoutResult(_ -> {
                claimed.addAll(envelopes.claim(batch));
                if (claimed.stream().noneMatch(this::isSuspect)) {
                    journal.runTogether(KIND, keys(claimed), () -> handOn(claimed));
                }
            });
            if (claimed.stream().anyMatch(this::isSuspect)) {
                claimed.forEach(this::handOnAlone);
            }
        } catch (RuntimeException failure) {
            if (DatabaseOutage.is(failure) || claimed.isEmpty()) {
                throw failure;
            }
            claimed.forEach(this::handOnAlone);
        }
        return !claimed.isEmpty();
    }

    private void handOn(List<Claimed> claimed) {
        if (!claimed.isEmpty()) {
            claimed.forEach(one -> reception.receive(one.envelope()));
            envelopes.markHandled(claimed.stream().map(Claimed::id).toList());
        }
    }

    /// What the process died of twice is set aside, as what failed is.
    private void handOnAlone(Claimed one) {
        journal.run(KIND, key(one), () -> tryAlone(one), () -> setAside(one, new DiedTwice()));
    }

    private boolean isSuspect(Claimed one) {
        return journal.isSuspect(KIND, key(one));
    }

    private static List<String> keys(List<Claimed> claimed) {
        return claimed.stream().map(EnvelopeDispatch::key).toList();
    }

    private static String key(Claimed one) {
        return String.valueOf(one.id());
    }

    private void tryAlone(Claimed one) {
        try {
            transaction.executeWithoutResult(_ -> handOn(envelopes.claimOne(one.id())));
        } catch (RuntimeException failure) {
            if (DatabaseOutage.is(failure)) {
                throw failure;
            }
            setAside(one, failure);
        }
    }

    private void setAside(Claimed one, RuntimeException failure) {
        log.error("Envelope {} was set aside", one.envelope().key(), failure);
        transaction.executeWithoutResult(_ -> {
            envelopes.setAside(one.id());
            deadLetters.add(one, failure);
        });
    }

    /// What stands in the dead letter.
    private static final class DiedTwice extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DiedTwice() {
            super("The server stopped twice while handling it", null, false, false);
        }
    }
}
