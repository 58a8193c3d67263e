package dev.parley.platform;

import java.util.Optional;

/// What a module says of the bodies that its addresses take, before a byte of them is read. Asked
/// for each request that has one, by any thread; the first that knows the address decides.
public interface BodyRule {
    /// Empty for addresses that this rule knows nothing of.
    ///
    /// @param path in the canonical form, decoded
    Optional<Ruling> of(String method, String path);

    /// Whether a body is wanted.
    sealed interface Ruling {}

    /// It is, up to a size.
    ///
    /// @param bytes that it may have
    record Limited(int bytes) implements Ruling {}

    /// It is not even read.
    ///
    /// @param words for whoever sent it, in plain text
    record Refused(int status, String words) implements Ruling {}
}
