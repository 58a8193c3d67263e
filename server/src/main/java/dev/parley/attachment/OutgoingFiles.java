package dev.parley.attachment;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.parley.channel.Attachment;
import dev.parley.channel.OutgoingFileStore;
import dev.parley.conversation.ConversationConflict;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.UploadedFiles;
import dev.parley.identity.UserId;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Provides the files of outgoing messages: attaches waiting files to messages, and opens them for
/// the courier.
@Component
class OutgoingFiles implements UploadedFiles, OutgoingFileStore {
    private final AttachmentRows rows;
    private final FileDeletions deletions;
    private final FileStore fileStore;

    OutgoingFiles(AttachmentRows rows, FileDeletions deletions, FileStore fileStore) {
        this.rows = rows;
        this.deletions = deletions;
        this.fileStore = fileStore;
    }

    @Override
    public List<UploadedFile> waiting(
            ConversationId conversation, UserId writer, List<UUID> files) {
        if (files.isEmpty()) {
            return List.of();
        }
        var waiting =
                rows.waiting(conversation, writer).stream()
                        .collect(toMap(file -> file.id().value(), identity()));
        return files.stream()
                .filter(waiting::containsKey)
                .map(waiting::get)
                .map(OutgoingFiles::enclosure)
                .toList();
    }

    /// First cancels the deletion, then updates the file's row: the same lock order as in the
    /// deletion.
    @Override
    public void attach(UUID file, MessageId message) {
        var id = new AttachmentId(file);
        deletions.cancel(id);
        if (!rows.attach(id, message)) {
            throw new ConversationConflict("File " + file + " is no longer waiting");
        }
    }

    @Override
    public Optional<OutgoingFile> of(String reference) {
        return rows.of(List.of(new MessageId(UUID.fromString(reference)))).stream()
                .findFirst()
                .map(this::stored)
                .filter(file -> Files.exists(file.path()));
    }

    private OutgoingFile stored(StoredAttachment file) {
        var type = file.contentType();
        return new OutgoingFile(
                fileStore.original(file.id()),
                file.storedName(),
                type == null ? "application/octet-stream" : type);
    }

    private static UploadedFile enclosure(StoredAttachment file) {
        return new UploadedFile(
                file.id().value(), new Attachment(file.declaredType(), null, file.storedName()));
    }
}
