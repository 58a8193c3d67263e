package dev.parley.channel;

import org.jspecify.annotations.Nullable;

/// A file or a link that came with a message.
///
/// @param url where the channel holds it for now (such links expire); null when it gave none
/// @param title what the channel calls it, if it does; of files only what can be seen
public record Attachment(Type type, @Nullable String url, @Nullable String title) {
    public Attachment {
        title = title == null || !type.isFile() ? title : FileTitle.visible(title);
    }

    /// What the channel says it is. The bytes may say otherwise.
    public enum Type {
        IMAGE,
        VIDEO,
        AUDIO,
        FILE,
        /// A web page: shown as a link, never fetched.
        LINK,
        /// A short film of the channel's own, on a page of its own.
        REEL,
        /// A post of the channel's own, on a page of its own.
        POST,
        /// A story of the channel's own, gone after a day.
        STORY,
        /// A place, as a `geo:` address.
        PLACE,
        /// Something of which the channel gives a name at most.
        OTHER;

        /// Whether the channel holds bytes of it.
        public boolean isFile() {
            return this == IMAGE || this == VIDEO || this == AUDIO || this == FILE;
        }
    }

    /// Whether there are bytes to be copied before the link expires.
    public boolean isFetched() {
        return type.isFile() && url != null;
    }
}
