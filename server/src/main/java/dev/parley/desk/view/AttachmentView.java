package dev.parley.desk.view;

import org.jspecify.annotations.Nullable;

/// Something beside the words of a message.
public sealed interface AttachmentView {
    /// A picture, with the size of the original so that its place is kept before it arrives; zero
    /// by zero where that is not known.
    ///
    /// @param still whether the original moves, and what is shown of it does not
    record Image(String url, String thumbnailUrl, String name, int width, int height, boolean still)
            implements AttachmentView {}

    /// To be saved and opened elsewhere.
    ///
    /// @param note what it is, or why there is no preview, where that is not plain
    /// @param preview the type under which some browsers can show it; null where none does
    record Download(
            String url, String name, long bytes, @Nullable String note, @Nullable String preview)
            implements AttachmentView {}

    record Audio(String url, String name) implements AttachmentView {}

    record Video(String url, String name) implements AttachmentView {}

    record Location(@Nullable String title, String mapUrl) implements AttachmentView {}

    /// A shared post, product or page, of which the channel gives a title, an address, or both.
    ///
    /// @param kind what it is, where the title does not say so
    record Link(@Nullable String kind, @Nullable String title, String url)
            implements AttachmentView {
        public boolean leadsToTheWeb() {
            return url.startsWith("https://") || url.startsWith("http://");
        }
    }

    /// On its way from the channel.
    record Fetching(String name) implements AttachmentView {}

    /// Not fetched, not stored.
    ///
    /// @param reason a sentence that says why
    record Refused(String reason) implements AttachmentView {}
}
