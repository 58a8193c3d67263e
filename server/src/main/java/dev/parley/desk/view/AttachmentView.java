package dev.parley.desk.view;

import org.jspecify.annotations.Nullable;

/// Something beside the words of a message.
public sealed interface AttachmentView {
    /// A picture, with the size of the original so that its place is kept before it arrives; zero
    /// by zero where that is not known.
    record Image(String url, String thumbnailUrl, String name, int width, int height)
            implements AttachmentView {}

    record Download(String url, String name, long bytes) implements AttachmentView {}

    record Audio(String url, String name) implements AttachmentView {}

    record Video(String url, String name) implements AttachmentView {}

    record Location(@Nullable String title, String mapUrl) implements AttachmentView {}

    /// A shared post, product or page, of which Messenger gives a title, an address, or both.
    ///
    /// @param kind what it is, where the title does not say so
    record Link(@Nullable String kind, @Nullable String title, String url)
            implements AttachmentView {
        public boolean leadsToTheWeb() {
            return url.startsWith("https://") || url.startsWith("http://");
        }
    }

    /// On its way from Messenger.
    record Fetching(String name) implements AttachmentView {}

    /// Not fetched, not stored.
    ///
    /// @param reason a sentence that says why
    record Refused(String reason) implements AttachmentView {}
}
