package dev.parley.channel;

import org.jspecify.annotations.Nullable;

/// Fetches the bytes behind a link that a channel gave. Each channel implements it, because only
/// the channel defines where files may be fetched from: never from an address that a customer
/// chose.
public interface FileSource extends ChannelSpecific {
    /// Fetches the content of this link.
    ///
    /// @param limit the maximum number of bytes
    Fetched fetch(String url, long limit);

    /// The result. Every caller has to handle each case.
    sealed interface Fetched {
        /// The content.
        ///
        /// @param name the file's name; null when the channel gave none
        record Bytes(Blob bytes, @Nullable String name) implements Fetched {}

        /// Failed permanently: trying again does not help.
        ///
        /// @param cause a stable code: `address`, `host`, `gone`, `size`
        record Refused(String cause) implements Fetched {}

        record Later(String detail) implements Fetched {}
    }
}
