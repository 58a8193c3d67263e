package dev.parley.inbox;

import dev.parley.background.CrashJournal;
import dev.parley.inbox.Envelopes.Claimed;
import dev.parley.platform.DatabaseOutage;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/// Dispatches envelopes: those of one person in order, those of many people concurrently.
///
/// Handling and marking as handled share a transaction, so they are committed together. A batch
/// that fails is retried one envelope at a time; an envelope that fails alone becomes a dead
/// letter, and the person's later envelopes are processed.
final class EnvelopeDispatch {
    private static final Logger log = LoggerFactory.getLogger(EnvelopeDispatch.class);
    private static final String KIND = "envelope";

    private final Envelopes envelopes;
    private final EnvelopeClaims claims;
    private final DeadLetters deadLetters;
    private final EnvelopeHandler handler;
    private final CrashJournal journal;
    private final TransactionTemplate transaction;

    EnvelopeDispatch(
            Envelopes envelopes,
            EnvelopeClaims claims,
            DeadLetters deadLetters,
            EnvelopeHandler handler,
            CrashJournal journal,
            TransactionTemplate transaction) {
        this.envelopes = envelopes;
        this.claims = claims;
        this.deadLetters = deadLetters;
        this.handler = handler;
        this.journal = journal;
        this.transaction = transaction;
    }

    /// Dispatches the next envelopes of waiting people; {@return false if none waits any more}
    boolean dispatchSome() {
        var claimed = new ArrayList<Claimed>();
        try {
            var isAll = transaction.execute(_ -> dispatchNext(claimed));
            if (claimed.stream().noneMatch(this::isSuspect)) {
                return !isAll;
            }
        } catch (RuntimeException failure) {
            if (DatabaseOutage.is(failure) || claimed.isEmpty()) {
                throw failure;
            }
        }
        claimed.forEach(this::dispatchAlone);
        return true;
    }

    /// {@return whether nothing else waited}
    private boolean dispatchNext(List<Claimed> claimed) {
        var next = claims.next();
        claimed.addAll(next.claimed());
        if (claimed.stream().noneMatch(this::isSuspect)) {
            journal.runTogether(KIND, keys(claimed), () -> dispatch(claimed));
        }
        return next.isAll();
    }

    private void dispatch(List<Claimed> claimed) {
        if (!claimed.isEmpty()) {
            handler.receive(claimed.stream().map(Claimed::envelope).toList());
            envelopes.remove(claimed.stream().map(Claimed::id).toList());
        }
    }

    /// An envelope that killed the process twice becomes a dead letter, like one that failed.
    private void dispatchAlone(Claimed one) {
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
            transaction.executeWithoutResult(
                    _ -> dispatch(envelopes.claimOne(one.id()).stream().toList()));
        } catch (RuntimeException failure) {
            if (DatabaseOutage.is(failure)) {
                throw failure;
            }
            setAside(one, failure);
        }
    }

    private void setAside(Claimed one, RuntimeException failure) {
        log.error("Envelope {} was stored as a dead letter", one.envelope().key(), failure);
        transaction.executeWithoutResult(_ -> {
            envelopes.remove(List.of(one.id()));
            deadLetters.add(one, failure);
        });
    }

    /// The failure that is shown in the dead letter.
    private static final class DiedTwice extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DiedTwice() {
            super(CrashJournal.SET_ASIDE, null, false, false);
        }
    }
}
