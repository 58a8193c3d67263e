package dev.parley.desk;

import static java.util.Objects.requireNonNullElseGet;

import dev.parley.attachment.StoredAttachment;
import dev.parley.desk.view.AttachmentView;
import dev.parley.desk.view.DeskTexts;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The view of a message's file in a timeline.
final class FileViews {
    /// Picture formats that not every browser supports, with their common names.
    private static final Map<String, String> FORMATS =
            Map.of(
                    "image/heic", "HEIC",
                    "image/heif", "HEIF",
                    "image/heic-sequence", "HEIC",
                    "image/heif-sequence", "HEIF",
                    "image/avif", "AVIF",
                    "image/tiff", "TIFF",
                    "image/bmp", "BMP",
                    "image/svg+xml", "SVG",
                    "image/vnd.adobe.photoshop", "Photoshop");

    private FileViews() {}

    /// @param inbound whether the customer sent it
    static AttachmentView of(DeskTexts w, StoredAttachment file, boolean inbound) {
        return switch (file.state()) {
            case WAITING -> new AttachmentView.Fetching(name(w, file));
            case STORED -> stored(w, file);
            case REFUSED, FAILED ->
                    new AttachmentView.Refused(
                            w.text(
                                    "file." + file.cause() + (inbound ? "" : ".ours"),
                                    name(w, file)));
        };
    }

    private static AttachmentView stored(DeskTexts w, StoredAttachment file) {
        var picture = file.picture();
        if (picture != null) {
            return new AttachmentView.Image(
                    file.path(),
                    file.thumbnailPath().orElse(file.path()),
                    file.storedName(),
                    picture.width(),
                    picture.height(),
                    picture.animated() && picture.thumbnailType() != null);
        }
        return switch (file.display()) {
            case AUDIO -> new AttachmentView.Audio(file.path(), file.storedName());
            case VIDEO -> new AttachmentView.Video(file.path(), file.storedName());
            case PHOTO -> download(w, file, file.contentType());
            case DOWNLOAD, PICTURE -> download(w, file, null);
        };
    }

    /// {@return the file's name, or the word for its type if it has none}
    private static String name(DeskTexts w, StoredAttachment file) {
        return requireNonNullElseGet(file.name(), () -> ContentTexts.type(w, file.declaredType()));
    }

    private static AttachmentView download(
            DeskTexts w, StoredAttachment file, @Nullable String preview) {
        return new AttachmentView.Download(
                file.path(), file.storedName(), file.size(), note(w, file), preview);
    }

    private static @Nullable String note(DeskTexts w, StoredAttachment file) {
        var flaw = file.flaw();
        if (flaw != null) {
            return w.text("preview." + flaw.name());
        }
        var type = file.contentType();
        var format = type == null ? null : FORMATS.get(type);
        return format == null ? null : w.text("preview.format", format);
    }
}
