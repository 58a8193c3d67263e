package dev.parley.platform;

import java.util.Optional;

/// A module's limits for the request bodies of its paths, applied before a byte of the body is
/// read. Called for each request that has a body, by any thread; the first rule that covers the
/// path decides.
public interface BodyRule {
    /// Empty for paths that this rule does not cover.
    ///
    /// @param path in the canonical form, decoded
    Optional<Decision> of(String method, String path);

    /// {@return whether files may be uploaded to this path} They are streamed to the disk, and are
    /// subject to no limit here: whoever may not upload must be refused before they are read.
    ///
    /// @param path in the canonical form, decoded
    default boolean takesFiles(String method, String path) {
        return false;
    }

    /// Whether a body is accepted.
    sealed interface Decision {}

    /// Accepted, up to a size.
    ///
    /// @param bytes the maximum size
    record Limited(int bytes) implements Decision {}

    /// Refused without being read.
    ///
    /// @param message the message for the client, in plain text
    record Refused(int status, String message) implements Decision {}
}
