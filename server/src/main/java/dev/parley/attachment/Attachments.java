package dev.parley.attachment;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.parley.conversation.Access;
import dev.parley.conversation.MessageId;
import dev.parley.identity.SignedIn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Access to the files of messages.
@Component
public class Attachments {
    private final AttachmentRows rows;
    private final Access access;
    private final FileStore fileStore;

    Attachments(AttachmentRows rows, Access access, FileStore fileStore) {
        this.rows = rows;
        this.access = access;
        this.fileStore = fileStore;
    }

    /// {@return the files of these messages, in their order; nothing for messages without any}
    public Map<MessageId, List<StoredAttachment>> of(Collection<MessageId> messages) {
        return messages.isEmpty()
                ? Map.of()
                : rows.of(messages).stream()
                        .collect(groupingBy(file -> requireNonNull(file.message())));
    }

    /// {@return those of these files that exist, in this order}
    public List<StoredAttachment> all(List<AttachmentId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var found =
                rows.all(ids).stream().collect(toMap(StoredAttachment::id, Function.identity()));
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    /// {@return the file with this id, if it is stored and this user may read it}
    public Optional<Opened> open(AttachmentId id, SignedIn reader) {
        return rows.byId(id)
                .filter(found -> found.state() == StoredAttachment.State.STORED)
                .filter(found -> access.read(found.conversation(), reader).isPresent())
                .map(this::opened)
                .filter(opened -> Files.exists(opened.file));
    }

    private Opened opened(StoredAttachment attachment) {
        var picture = attachment.picture();
        var hasThumbnail = picture != null && picture.thumbnailType() != null;
        return new Opened(
                attachment,
                fileStore.original(attachment.id()),
                hasThumbnail ? fileStore.thumbnail(attachment.id()) : null);
    }

    /// A stored file.
    ///
    /// @param thumbnail null if the original is its own thumbnail
    public record Opened(StoredAttachment attachment, Path file, @Nullable Path thumbnail) {}
}
