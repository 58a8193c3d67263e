package dev.parley.platform;

import dev.parley.platform.InstallationStatus.Copy;
import dev.parley.platform.InstallationStatus.Live;
import dev.parley.platform.InstallationStatus.Unconfirmed;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The identity of this installation, so that a started copy of its data does not take over its
/// endpoints. While it is quiet, nothing is sent to customers, and nothing is changed in the
/// channels.
@Component
public final class Installation {
    private static final Logger log = LoggerFactory.getLogger(Installation.class);

    private final InstallationRow row;
    private final InstallationLocator locator;
    private final TakeoverCheck takeoverCheck;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private volatile InstallationStatus status = new Live();

    Installation(
            InstallationRow row,
            InstallationLocator locator,
            TakeoverCheck takeoverCheck,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events) {
        this.row = row;
        this.locator = locator;
        this.takeoverCheck = takeoverCheck;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
        recognise();
    }

    public InstallationStatus status() {
        return status;
    }

    /// {@return whether nothing may be sent, and nothing changed in the channels}
    public boolean isQuiet() {
        return !(status instanceof Live);
    }

    /// {@return the public address before it changed, for comparison on screen; empty if unknown}
    public String addressBefore() {
        var before = row.recorded().location().address();
        return before == null ? "" : before;
    }

    /// Confirms that this is the same installation, moved or restored from a backup. Messages that
    /// wait to be sent may have been sent already, so senders listen to [InstallationConfirmed].
    public void confirm() {
        transaction.executeWithoutResult(_ -> {
            locator.claimData();
            row.record(locator.current(), null);
            events.publishEvent(new InstallationConfirmed());
        });
        status = new Live();
        log.info("This installation is confirmed as the live one");
    }

    /// Declares that this is a copy, which stays quiet.
    public void declareCopy(Instant now) {
        row.record(locator.current(), now);
        status = new Copy(now);
        log.info("This installation is a copy and stays quiet");
    }

    /// Compares where it runs with where it ran before.
    void recognise() {
        var recorded = row.recorded();
        var seen = locator.current();
        var signs = seen.changesSince(recorded.location());
        if (recorded.copySince() != null) {
            row.record(seen, recorded.copySince());
            status = new Copy(recorded.copySince());
        } else if (signs.isEmpty() || !takeoverCheck.isPossible()) {
            row.record(seen, null);
            status = new Live();
        } else {
            status = new Unconfirmed(signs);
        }
    }
}
