package dev.parley.platform;

import java.util.Optional;

/// A module's limits for the request bodies of its paths, applied before a byte of the body is
/// read. Called for each request that has a body, by any thread; the first rule that covers the
/// path decides.
public interface BodyRule {
    /// Empty for paths that this rule does not cover.
    ///
    /// @param path in the canonical form, decoded
    Optional<Ruling> of(String method, String path);

    /// Whether a body is accepted.
    sealed interface Ruling {}

    /// Accepted, up to a size.
    ///
    /// @param bytes the maximum size
    record Limited(int bytes) implements Ruling {}

    /// Refused without being read.
    ///
    /// @param words the message for the client, in plain text
    record Refused(int status, String words) implements Ruling {}
}
