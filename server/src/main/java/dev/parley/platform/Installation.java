package dev.parley.platform;

import dev.parley.platform.InstallationStatus.Copy;
import dev.parley.platform.InstallationStatus.Live;
import dev.parley.platform.InstallationStatus.Unconfirmed;
import dev.parley.platform.ParleySettings.Mode;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The identity of this installation, so that a started copy of its data does not take over its
/// pages. While it is quiet, nothing is sent to customers and nothing is changed at Meta.
@Component
public final class Installation {
    private static final Logger log = LoggerFactory.getLogger(Installation.class);

    private final InstallationRow row;
    private final EncryptionKeyCheck sample;
    private final ParleySettings settings;
    private final InstallationSettings installationSettings;
    private final PublicUrl publicUrl;
    private final boolean isDemo;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private volatile InstallationStatus status = new Live();

    Installation(
            InstallationRow row,
            EncryptionKeyCheck sample,
            ParleySettings settings,
            InstallationSettings installationSettings,
            PublicUrl publicUrl,
            Environment environment,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.row = row;
        this.sample = sample;
        this.settings = settings;
        this.installationSettings = installationSettings;
        this.publicUrl = publicUrl;
        this.isDemo = settings.mode() == Mode.DEMO && hasStandIn(environment);
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
        this.clock = clock;
        recognise();
    }

    public InstallationStatus status() {
        return status;
    }

    /// {@return whether nothing may be sent, and nothing changed at Meta}
    public boolean isQuiet() {
        return !(status instanceof Live);
    }

    /// {@return the public address before it changed, for comparison on screen; empty if unknown}
    public String addressBefore() {
        var before = row.recorded().place().address();
        return before == null ? "" : before;
    }

    /// Confirms that this is the same installation, moved or restored from a backup. Messages that
    /// wait to be sent may have been sent already, so senders listen to [InstallationConfirmed].
    public void confirm() {
        transaction.executeWithoutResult(_ -> {
            InstallationFingerprint.claim(settings.data(), row.recorded().id());
            row.record(seen(), null);
            events.publishEvent(new InstallationConfirmed());
        });
        status = new Live();
        log.info("This installation is confirmed as the live one");
    }

    /// Declares that this is a copy, which stays quiet.
    public void declareCopy() {
        var now = clock.instant();
        row.record(seen(), now);
        status = new Copy(now);
        log.info("This installation is a copy and stays quiet");
    }

    /// Compares where it runs with where it ran before. The demo, and an installation without a
    /// page, cannot take over anything.
    void recognise() {
        var recorded = row.recorded();
        var seen = seen();
        var signs = seen.changesSince(recorded.place());
        if (recorded.copySince() != null) {
            row.record(seen, recorded.copySince());
            status = new Copy(recorded.copySince());
        } else if (signs.isEmpty() || isDemo || sample.find().isEmpty()) {
            row.record(seen, null);
            status = new Live();
        } else {
            status = new Unconfirmed(signs);
        }
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        if (status instanceof Unconfirmed(var signs)) {
            var code = "moved-" + code();
            if (code.equals(installationSettings.confirm())) {
                confirm();
            } else if ("copy".equals(installationSettings.confirm())) {
                declareCopy();
            } else {
                log.warn(
                        "This may be a copy of another Parley, because this changed: {}. Nothing is sent, and nothing is changed at Meta, until an administrator confirms at {} which one it is; or start it with --parley.installation.confirm={} if it was moved or restored, with --parley.installation.confirm=copy if it is a copy.",
                        signs.toString().toLowerCase(Locale.ROOT),
                        publicUrl.of("/admin"),
                        code);
            }
        }
    }

    /// The code is valid for this place only, so a leftover setting confirms no later copy.
    private String code() {
        return InstallationFingerprint.digest(seen().toString());
    }

    private InstallationLocation seen() {
        return new InstallationLocation(
                publicUrl.of(""),
                InstallationFingerprint.directory(settings.data(), row.recorded().id()),
                InstallationFingerprint.machine(),
                row.database());
    }

    private static boolean hasStandIn(Environment environment) {
        var graph = environment.getProperty("parley.messenger.graph-url", URI.class);
        return graph != null && !PublicAddress.is(graph);
    }
}
