package dev.parley.desk;

import dev.parley.attachment.StoredAttachment;
import dev.parley.desk.view.AttachmentView;
import dev.parley.desk.view.Words;

/// How a file that came with a message stands in a thread.
final class FileViews {
    private FileViews() {}

    /// @param inbound whether the customer sent it
    static AttachmentView of(Words w, StoredAttachment file, boolean inbound) {
        return switch (file.state()) {
            case WAITING -> new AttachmentView.Fetching(file.name());
            case STORED -> stored(file);
            case REFUSED, FAILED ->
                    new AttachmentView.Refused(
                            w.text("file." + file.cause() + (inbound ? "" : ".ours"), file.name()));
        };
    }

    private static AttachmentView stored(StoredAttachment file) {
        var picture = file.picture();
        if (picture != null) {
            return new AttachmentView.Image(
                    file.path(),
                    file.thumbnailPath().orElse(file.path()),
                    file.name(),
                    picture.width(),
                    picture.height());
        }
        return switch (file.display()) {
            case AUDIO -> new AttachmentView.Audio(file.path(), file.name());
            case VIDEO -> new AttachmentView.Video(file.path(), file.name());
            default -> new AttachmentView.Download(file.path(), file.name(), file.size());
        };
    }
}
