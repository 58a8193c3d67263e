package dev.parley.platform;

import org.springframework.stereotype.Component;

/// Determines where this installation runs now.
@Component
class InstallationLocator {
    private final InstallationRow row;
    private final ParleySettings settings;
    private final PublicUrl publicUrl;

    InstallationLocator(InstallationRow row, ParleySettings settings, PublicUrl publicUrl) {
        this.row = row;
        this.settings = settings;
        this.publicUrl = publicUrl;
    }

    InstallationLocation current() {
        return new InstallationLocation(
                publicUrl.of(""),
                InstallationFingerprint.directory(settings.data(), row.recorded().id()),
                InstallationFingerprint.machine(),
                row.database());
    }

    /// Marks the data directory as this installation's.
    void claimData() {
        InstallationFingerprint.claim(settings.data(), row.recorded().id());
    }
}
