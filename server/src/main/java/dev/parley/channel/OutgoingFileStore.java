package dev.parley.channel;

import java.nio.file.Path;
import java.util.Optional;

/// The files that are sent with messages. The module that stores files implements it; couriers read
/// from it.
public interface OutgoingFileStore {
    /// {@return the file of this message, if it has one that still exists}
    ///
    /// @param reference Parley's reference, as passed to the courier
    Optional<OutgoingFile> of(String reference);

    /// A file that is to be sent.
    ///
    /// @param contentType detected from its bytes, not from its name or declared type
    record OutgoingFile(Path path, String name, String contentType) {}
}
