package dev.parley.platform;

import dev.parley.platform.InstallationStatus.Unconfirmed;
import java.time.Clock;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Confirms at start what the settings say about an installation that may be a copy, or says in the
/// log how to confirm it.
@Component
class InstallationConfirmation {
    private static final Logger log = LoggerFactory.getLogger(InstallationConfirmation.class);

    private final Installation installation;
    private final InstallationLocator locator;
    private final InstallationSettings settings;
    private final PublicUrl publicUrl;
    private final Clock clock;

    InstallationConfirmation(
            Installation installation,
            InstallationLocator locator,
            InstallationSettings settings,
            PublicUrl publicUrl,
            Clock clock) {
        this.installation = installation;
        this.locator = locator;
        this.settings = settings;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        if (installation.status() instanceof Unconfirmed(var signs)) {
            var code = "moved-" + code();
            if (code.equals(settings.confirm())) {
                installation.confirm();
            } else if ("copy".equals(settings.confirm())) {
                installation.declareCopy(clock.instant());
            } else {
                log.warn(
                        "This may be a copy of another Parley, because this changed: {}. Nothing is sent, and nothing is changed in the channels, until an administrator confirms at {} which one it is; or start it with --parley.installation.confirm={} if it was moved or restored, with --parley.installation.confirm=copy if it is a copy.",
                        signs.toString().toLowerCase(Locale.ROOT),
                        publicUrl.of("/admin"),
                        code);
            }
        }
    }

    /// The code is valid for this place only, so a leftover setting confirms no later copy.
    private String code() {
        return InstallationFingerprint.digest(locator.current().toString());
    }
}
