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

/// This installation, which knows itself: whoever starts a copy of its data must not take its pages
/// over. While it is quiet, nothing is sent to customers and nothing is changed at Meta.
@Component
public final class Installation {
    private static final Logger log = LoggerFactory.getLogger(Installation.class);

    private final InstallationRow row;
    private final SealedSample sample;
    private final ParleySettings settings;
    private final InstallationSettings told;
    private final PublicUrl publicUrl;
    private final boolean isDemo;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private volatile InstallationStatus standing = new Live();

    Installation(
            InstallationRow row,
            SealedSample sample,
            ParleySettings settings,
            InstallationSettings told,
            PublicUrl publicUrl,
            Environment environment,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.row = row;
        this.sample = sample;
        this.settings = settings;
        this.told = told;
        this.publicUrl = publicUrl;
        this.isDemo = settings.mode() == Mode.DEMO && hasStandIn(environment);
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
        this.clock = clock;
        recognise();
    }

    public InstallationStatus standing() {
        return standing;
    }

    /// {@return whether nothing may be sent, and nothing changed at Meta}
    public boolean isQuiet() {
        return !(standing instanceof Live);
    }

    /// {@return the public address before it changed, for people to compare; empty for unknown}
    public String addressBefore() {
        var before = row.recorded().place().address();
        return before == null ? "" : before;
    }

    /// It is the same installation, which was moved or put back from a backup. What waits to be
    /// sent may have been sent already, so whoever sends listens to [InstallationConfirmed].
    public void confirm() {
        transaction.executeWithoutResult(_ -> {
            InstallationFingerprint.claim(settings.data(), row.recorded().id());
            row.record(seen(), null);
            events.publishEvent(new InstallationConfirmed());
        });
        standing = new Live();
        log.info("This installation is confirmed as the live one");
    }

    /// It is a copy, and stays quiet.
    public void declareCopy() {
        var now = clock.instant();
        row.record(seen(), now);
        standing = new Copy(now);
        log.info("This installation is a copy and stays quiet");
    }

    /// Compares where it runs with where it ran before. The demo and whoever has no page yet cannot
    /// take anything from anybody.
    void recognise() {
        var recorded = row.recorded();
        var seen = seen();
        var signs = seen.changesSince(recorded.place());
        if (recorded.copySince() != null) {
            row.record(seen, recorded.copySince());
            standing = new Copy(recorded.copySince());
        } else if (signs.isEmpty() || isDemo || sample.find().isEmpty()) {
            row.record(seen, null);
            standing = new Live();
        } else {
            standing = new Unconfirmed(signs);
        }
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        if (standing instanceof Unconfirmed(var signs)) {
            var code = "moved-" + code();
            if (code.equals(told.confirm())) {
                confirm();
            } else if ("copy".equals(told.confirm())) {
                declareCopy();
            } else {
                log.warn(
                        "This may be a copy of another Parley, for this changed: {}. Nothing is sent, and nothing is changed at Meta, until an administrator confirms at {} which one it is; or start it with --parley.installation.confirm={} if it was moved or restored, with --parley.installation.confirm=copy if it is a copy.",
                        signs.toString().toLowerCase(Locale.ROOT),
                        publicUrl.of("/admin"),
                        code);
            }
        }
    }

    /// It fits this place only, so a setting that was forgotten confirms no later copy.
    private String code() {
        return InstallationFingerprint.digest(seen().toString());
    }

    private InstallationPlace seen() {
        return new InstallationPlace(
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
