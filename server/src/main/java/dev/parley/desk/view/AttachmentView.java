package dev.parley.desk.view;

/// Something beside the words of a message.
public sealed interface AttachmentView {
    /// A picture, with the size of the original so that its place is kept before it arrives.
    record Image(String url, String thumbnailUrl, String name, int width, int height)
            implements AttachmentView {}

    record Download(String url, String name, long bytes) implements AttachmentView {}

    record Audio(String url, String name) implements AttachmentView {}

    record Video(String url, String name) implements AttachmentView {}

    record Location(String title, String mapUrl) implements AttachmentView {}

    /// A shared post, product or page, of which Messenger gives a title and an address.
    record Link(String title, String url) implements AttachmentView {}

    /// On its way from Messenger.
    record Fetching(String name) implements AttachmentView {}

    /// Not fetched, not stored.
    ///
    /// @param reason a sentence that says why
    record Refused(String reason) implements AttachmentView {}
}
