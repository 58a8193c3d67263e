package dev.parley.channel;

import java.nio.file.Path;
import java.util.Optional;

/// Where the files lie that go out with messages of ours. Whoever keeps files brings it; couriers
/// take from it.
public interface OutgoingFileStore {
    /// {@return the file of this message, if it has one that is still there}
    ///
    /// @param reference ours, as the courier was given it
    Optional<Shelved> of(String reference);

    /// A file that is to be sent.
    ///
    /// @param contentType by its bytes, whatever anybody called it
    record Shelved(Path path, String name, String contentType) {}
}
