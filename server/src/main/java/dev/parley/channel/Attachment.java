package dev.parley.channel;

import org.jspecify.annotations.Nullable;

/// A file or a link that came with a message.
///
/// @param url where the channel stores it for now (such links expire); null when it gave none
/// @param title the channel's name for it, null if it has none; for files without invisible
///   characters
public record Attachment(Type type, @Nullable String url, @Nullable String title) {
    public Attachment {
        title = title == null || !type.isFile() ? title : FileTitle.visible(title);
    }

    /// The type that the channel reports. The bytes may be of another type.
    public enum Type {
        IMAGE,
        VIDEO,
        AUDIO,
        FILE,
        /// A web page: shown as a link, never fetched.
        LINK,
        /// A short video of the channel's own format, on a page of its own.
        REEL,
        /// A post in the channel, on a page of its own.
        POST,
        /// A story in the channel, which expires after a day.
        STORY,
        /// A place, as a `geo:` address.
        PLACE,
        /// Something for which the channel gives at most a name.
        OTHER;

        /// Whether the channel stores bytes of it.
        public boolean isFile() {
            return this == IMAGE || this == VIDEO || this == AUDIO || this == FILE;
        }
    }

    /// Whether there are bytes to be copied before the link expires.
    public boolean isFetched() {
        return type.isFile() && url != null;
    }
}
