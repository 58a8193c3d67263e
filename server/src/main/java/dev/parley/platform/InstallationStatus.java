package dev.parley.platform;

import java.time.Instant;
import java.util.List;

/// Whether this is the installation that its pages at Meta belong to.
public sealed interface InstallationStatus {
    /// It is.
    record Live() implements InstallationStatus {}

    /// Its data may be a copy of another installation's: an administrator has to say.
    ///
    /// @param signs what differs from before, at least one
    record Unconfirmed(List<Sign> signs) implements InstallationStatus {
        public Unconfirmed {
            signs = List.copyOf(signs);
        }
    }

    /// An administrator said that it is a copy.
    record Copy(Instant since) implements InstallationStatus {}

    /// Something that differs from what was so at the start before.
    enum Sign {
        ADDRESS,
        DIRECTORY,
        MACHINE,
        DATABASE
    }
}
