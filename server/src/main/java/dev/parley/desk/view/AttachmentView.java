package dev.parley.desk.view;

import org.jspecify.annotations.Nullable;

/// A file, link or place that belongs to a message.
public sealed interface AttachmentView {
    /// A picture, with the size of the original so that its space is reserved before it is loaded;
    /// zero by zero if unknown.
    ///
    /// @param still whether the original is animated, but its thumbnail is not
    record Image(String url, String thumbnailUrl, String name, int width, int height, boolean still)
            implements AttachmentView {}

    /// A file to be downloaded and opened elsewhere.
    ///
    /// @param note what it is, or why there is no preview; null where that is obvious
    /// @param preview the content type with which some browsers can show it; null when none can
    record Download(
            String url, String name, long bytes, @Nullable String note, @Nullable String preview)
            implements AttachmentView {}

    record Audio(String url, String name) implements AttachmentView {}

    record Video(String url, String name) implements AttachmentView {}

    record Location(@Nullable String title, String mapUrl) implements AttachmentView {}

    /// A shared post, product or page, for which the channel gives a title, a URL, or both.
    ///
    /// @param kind what it is; null when the title already shows it
    record Link(@Nullable String kind, @Nullable String title, String url)
            implements AttachmentView {
        public boolean leadsToTheWeb() {
            return url.startsWith("https://") || url.startsWith("http://");
        }
    }

    /// Being fetched from the channel.
    record Fetching(String name) implements AttachmentView {}

    /// Not fetched, and not stored.
    ///
    /// @param reason a sentence with the cause
    record Refused(String reason) implements AttachmentView {}
}
