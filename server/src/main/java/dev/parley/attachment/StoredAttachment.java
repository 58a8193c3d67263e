package dev.parley.attachment;

import static java.util.Objects.requireNonNull;

import dev.parley.channel.Attachment;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.MessageId;
import dev.parley.platform.image.ImageHeader.Flaw;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A file of a received message, or of one to be sent.
///
/// @param message null while it waits for its message
/// @param position its place among the attachments of its message, links included, from 0
/// @param declaredType its type in the channel
/// @param cause why it was refused, or could not be downloaded: `switchedOff`, `address`, `host`,
///   `gone`, `size`, `blockedType`, `unreachable`, `crashed`; null while it is neither
/// @param name never empty; null if none was given and it is not stored. A stored file always has a
///   name, if need be a generated one
/// @param contentType detected from its bytes; null until it is stored
/// @param size in bytes; 0 until it is stored
/// @param picture null unless it is a picture that is safe to display
/// @param flaw why it is not displayed, although its type is; null otherwise
public record StoredAttachment(
        AttachmentId id,
        @Nullable MessageId message,
        ConversationId conversation,
        int position,
        Attachment.Type declaredType,
        State state,
        @Nullable String cause,
        @Nullable String name,
        @Nullable String contentType,
        long size,
        @Nullable Picture picture,
        @Nullable Flaw flaw) {

    public enum State {
        /// Not downloaded yet.
        WAITING,
        STORED,
        /// Refused by a setting, or because of its content.
        REFUSED,
        /// Could not be downloaded.
        FAILED
    }

    /// The original's size in pixels.
    ///
    /// @param animated whether it is animated, which its thumbnail is not
    /// @param thumbnailType null if the original is its own thumbnail
    public record Picture(
            int width, int height, boolean animated, @Nullable String thumbnailType) {}

    /// The name of a file that is stored.
    public String storedName() {
        return requireNonNull(name, () -> "File %s is not stored".formatted(id.value()));
    }

    /// How a page shows it.
    public FileDisplay display() {
        if (picture != null) {
            return FileDisplay.PICTURE;
        }
        return flaw == null ? FileDisplay.of(contentType) : FileDisplay.DOWNLOAD;
    }

    /// Its path for pages.
    public String path() {
        return "/attachments/" + id.value();
    }

    /// The path of its thumbnail, if it is a picture.
    public Optional<String> thumbnailPath() {
        return picture == null ? Optional.empty() : Optional.of(path() + "/thumbnail");
    }
}
