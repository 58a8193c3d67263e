package dev.parley.channel;

import org.jspecify.annotations.Nullable;

/// Fetches the bytes behind a link that a channel gave. Each channel brings its own, because only
/// it knows from where files may be fetched: never from an address that a customer chose.
public interface FileSource extends ChannelSpecific {
    /// Fetches what this link leads to.
    ///
    /// @param limit how many bytes are taken at most
    Fetched fetch(String url, long limit);

    /// How it went. Every caller has to say what it does in each case.
    sealed interface Fetched {
        /// Here it is.
        ///
        /// @param name the file's name, if the channel told it
        record Bytes(Blob bytes, @Nullable String name) implements Fetched {}

        /// It will not work at another time either.
        ///
        /// @param cause a stable code: `address`, `host`, `gone`, `size`
        record Refused(String cause) implements Fetched {}

        record Later(String detail) implements Fetched {}
    }
}
