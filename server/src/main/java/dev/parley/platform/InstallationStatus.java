package dev.parley.platform;

import java.time.Instant;
import java.util.List;

/// Whether this is the installation that its endpoints belong to.
public sealed interface InstallationStatus {
    /// It is the live installation.
    record Live() implements InstallationStatus {}

    /// Its data may be a copy of another installation's: an administrator must confirm.
    ///
    /// @param signs what differs from before, at least one
    record Unconfirmed(List<Sign> signs) implements InstallationStatus {
        public Unconfirmed {
            signs = List.copyOf(signs);
        }
    }

    /// An administrator declared that it is a copy.
    record Copy(Instant since) implements InstallationStatus {}

    /// Something that differs from the previous start.
    enum Sign {
        ADDRESS,
        DIRECTORY,
        MACHINE,
        DATABASE
    }
}
