package dev.parley.attachment;

import dev.parley.channel.Attachment;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.MessageId;
import dev.parley.platform.image.ImageHeader.Flaw;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is known of a file that came with a message, or is to go out with one.
///
/// @param message null while it waits for the message that takes it along
/// @param position its place among the attachments of its message, links included, from 0
/// @param declaredType what the channel called it
/// @param cause why it was refused, or could not be had: `switchedOff`, `address`, `host`, `gone`,
///   `size`, `blockedType`, `unreachable`, `crashed`; null while it is neither
/// @param name never empty; a name of our own where nobody gave one
/// @param contentType by its bytes; null until it is stored
/// @param size in bytes; 0 until it is stored
/// @param picture null unless it is a picture that is safe to show
/// @param flaw why it is not shown, although pages show pictures of its kind; null otherwise
public record StoredAttachment(
        AttachmentId id,
        @Nullable MessageId message,
        ConversationId conversation,
        int position,
        Attachment.Type declaredType,
        State state,
        @Nullable String cause,
        String name,
        @Nullable String contentType,
        long size,
        @Nullable Picture picture,
        @Nullable Flaw flaw) {

    public enum State {
        /// On its way.
        WAITING,
        STORED,
        /// Not taken: by a setting, or because of what it is.
        REFUSED,
        /// Not to be had, though it was tried.
        FAILED
    }

    /// The original's size in pixels.
    ///
    /// @param animated whether it moves, which its thumbnail does not
    /// @param thumbnailType null where the original serves as its own thumbnail
    public record Picture(
            int width, int height, boolean animated, @Nullable String thumbnailType) {}

    /// How a page shows it.
    public FileDisplay display() {
        if (picture != null) {
            return FileDisplay.PICTURE;
        }
        return flaw == null ? FileDisplay.of(contentType) : FileDisplay.DOWNLOAD;
    }

    /// Where pages find it.
    public String path() {
        return "/attachments/" + id.value();
    }

    /// Where pages find it small, if it is a picture.
    public Optional<String> thumbnailPath() {
        return picture == null ? Optional.empty() : Optional.of(path() + "/thumbnail");
    }
}
