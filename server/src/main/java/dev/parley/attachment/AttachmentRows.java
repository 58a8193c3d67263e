package dev.parley.attachment;

import static dev.parley.platform.Columns.utc;

import dev.parley.attachment.StoredAttachment.Picture;
import dev.parley.attachment.StoredAttachment.State;
import dev.parley.channel.Address;
import dev.parley.channel.Attachment;
import dev.parley.channel.ChannelKind;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.FilesReceived;
import dev.parley.conversation.MessageId;
import dev.parley.identity.UserId;
import dev.parley.platform.Ids;
import dev.parley.platform.image.ImageHeader.Flaw;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The database rows of all attachments.
@Repository
class AttachmentRows {
    private static final String COLUMNS =
            """
            select id, message_id, conversation_id, position, declared_type, state, cause, name,
                   title, content_type, size, width, height, animated, thumbnail_type, preview_flaw
              from attachment
            """;

    private static final String ADD =
            """
            insert into attachment (id, message_id, position, conversation_id, channel, endpoint,
                                    source_url, declared_type, title, state, cause, due_at)
            values (:id, :message, :position, :conversation, :channel, :endpoint,
                    :url, :type, :title, :state, :cause, :dueAt)
            on conflict do nothing
            """;

    /// Claims by postponing the due time, so that a crash only delays the next attempt.
    private static final String CLAIM =
            """
            update attachment set attempts = attempts + 1, due_at = :until
             where id = (select id from attachment
                          where due_at <= :now
                          order by due_at
                          limit 1
                            for update skip locked)
            returning id, conversation_id, channel, source_url, declared_type, title, attempts
            """;

    private static final String STORED =
            """
            update attachment
               set state = 'STORED', due_at = null, content_type = :contentType, name = :name,
                   size = :size, width = :width, height = :height, animated = :animated,
                   thumbnail_type = :thumbnailType, preview_flaw = :flaw
             where id = :id and attempts = :attempts and state = 'WAITING'
            """;

    private static final String NOT_TAKEN =
            """
            update attachment set state = :state, cause = :cause, due_at = null
             where id = :id and attempts = :attempts and state = 'WAITING'
            """;

    private static final String LATER =
            """
            update attachment set due_at = :at
             where id = :id and attempts = :attempts and state = 'WAITING'
            """;

    /// Releases it as if it had not been claimed.
    private static final String UNTRIED =
            """
            update attachment set due_at = :at, attempts = attempts - 1
             where id = :id and attempts = :attempts and state = 'WAITING'
            """;

    private static final String ADD_UPLOAD =
            """
            insert into attachment (id, position, conversation_id, channel, endpoint, uploaded_by,
                                    declared_type, state, content_type, name, size, width, height,
                                    animated, thumbnail_type, preview_flaw)
            select id, 0, :conversation, :channel, :endpoint, :writer,
                   :type, 'STORED', :contentType, :name, :size, :width, :height,
                   :animated, :thumbnailType, :flaw
              from file_deletion
             where id = :id and due_at > :now
               for update
            """;

    private static final String WAITING =
            COLUMNS
                    + """
                     where conversation_id = :conversation and uploaded_by = :writer
                       and message_id is null
                     order by id
                    """;

    private static final String ATTACH =
            "update attachment set message_id = :message where id = :id and message_id is null";

    private static final String DISCARD =
            """
            delete from attachment
             where id = :id and uploaded_by = :writer and message_id is null
            """;

    private static final String ERASE =
            """
            with erased as (
                delete from attachment where message_id = :message returning id
            )
            insert into file_deletion (id, erased_at, due_at)
            select id, :now, :now from erased
            """;

    private final JdbcClient jdbc;

    AttachmentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<StoredAttachment> of(Collection<MessageId> messages) {
        return jdbc.sql(COLUMNS + " where message_id = any (:messages) order by position")
                .param("messages", messages.stream().map(MessageId::value).toArray(UUID[]::new))
                .query(AttachmentRows::fromRow)
                .list();
    }

    List<StoredAttachment> all(Collection<AttachmentId> ids) {
        return jdbc.sql(COLUMNS + " where id = any (:ids)")
                .param("ids", ids.stream().map(AttachmentId::value).toArray(UUID[]::new))
                .query(AttachmentRows::fromRow)
                .list();
    }

    Optional<StoredAttachment> byId(AttachmentId id) {
        return jdbc.sql(COLUMNS + " where id = :id")
                .param("id", id.value())
                .query(AttachmentRows::fromRow)
                .optional();
    }

    /// @param cause why it is refused without inspection; null to fetch it
    void add(FilesReceived received, int position, @Nullable String cause, Instant now) {
        var file = received.files().get(position);
        jdbc.sql(ADD)
                .param("id", Ids.next())
                .param("message", received.id().value())
                .param("position", position)
                .param("conversation", received.conversation().value())
                .param("channel", received.from().channel().name())
                .param("endpoint", received.from().endpoint())
                .param("url", file.url())
                .param("type", file.type().name())
                .param("title", file.title())
                .param("state", cause == null ? State.WAITING.name() : State.REFUSED.name())
                .param("cause", cause)
                .param("dueAt", cause == null ? utc(now) : null)
                .update();
    }

    /// Adds an uploaded file. {@return false if it was discarded in the meantime}
    boolean add(StoredAttachment file, Address address, UserId writer, Instant now) {
        return describe(jdbc.sql(ADD_UPLOAD), file)
                        .param("id", file.id().value())
                        .param("conversation", file.conversation().value())
                        .param("channel", address.channel().name())
                        .param("endpoint", address.endpoint())
                        .param("writer", writer.value())
                        .param("type", file.declaredType().name())
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    List<StoredAttachment> waiting(ConversationId conversation, UserId writer) {
        return jdbc.sql(WAITING)
                .param("conversation", conversation.value())
                .param("writer", writer.value())
                .query(AttachmentRows::fromRow)
                .list();
    }

    /// {@return false if it is no longer waiting}
    boolean attach(AttachmentId id, MessageId message) {
        return jdbc.sql(ATTACH).param("id", id.value()).param("message", message.value()).update()
                == 1;
    }

    /// {@return false if it is no longer waiting, or belongs to another user}
    boolean discard(AttachmentId id, UserId writer) {
        return jdbc.sql(DISCARD).param("id", id.value()).param("writer", writer.value()).update()
                == 1;
    }

    Optional<PendingDownload> claim(Instant now, Instant until) {
        return jdbc.sql(CLAIM)
                .param("now", utc(now))
                .param("until", utc(until))
                .query((row, _) -> dueFromRow(row))
                .optional();
    }

    /// {@return false if it was erased, or settled by another attempt, in the meantime}
    boolean markStored(PendingDownload due, InspectionResult.Safe file) {
        var picture = file.picture();
        return settle(STORED, due)
                        .param("contentType", file.contentType())
                        .param("name", file.name())
                        .param("size", file.content().size())
                        .param("width", picture == null ? null : picture.width())
                        .param("height", picture == null ? null : picture.height())
                        .param("animated", picture != null && picture.animated())
                        .param("thumbnailType", file.thumbnailType())
                        .param("flaw", name(file.flaw()))
                        .update()
                == 1;
    }

    boolean markRefused(PendingDownload due, State state, String cause) {
        return settle(NOT_TAKEN, due).param("state", state.name()).param("cause", cause).update()
                == 1;
    }

    void postpone(PendingDownload due, Instant at) {
        settle(LATER, due).param("at", utc(at)).update();
    }

    void releaseClaim(PendingDownload due, Instant at) {
        settle(UNTRIED, due).param("at", utc(at)).update();
    }

    void erase(MessageId message, Instant now) {
        jdbc.sql(ERASE).param("message", message.value()).param("now", utc(now)).update();
    }

    /// Only the latest claim may write; a late result of an earlier one is ignored.
    private JdbcClient.StatementSpec settle(String sql, PendingDownload due) {
        return jdbc.sql(sql).param("id", due.id.value()).param("attempts", due.attempts);
    }

    private static JdbcClient.StatementSpec describe(
            JdbcClient.StatementSpec statement, StoredAttachment file) {
        var picture = file.picture();
        return statement
                .param("contentType", file.contentType())
                .param("name", file.name())
                .param("size", file.size())
                .param("width", picture == null ? null : picture.width())
                .param("height", picture == null ? null : picture.height())
                .param("animated", picture != null && picture.animated())
                .param("thumbnailType", picture == null ? null : picture.thumbnailType())
                .param("flaw", name(file.flaw()));
    }

    private static PendingDownload dueFromRow(ResultSet row) throws SQLException {
        return new PendingDownload(
                new AttachmentId(row.getObject("id", UUID.class)),
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                new ChannelKind(row.getString("channel")),
                row.getString("source_url"),
                Attachment.Type.valueOf(row.getString("declared_type")),
                row.getString("title"),
                row.getInt("attempts"));
    }

    private static StoredAttachment fromRow(ResultSet row, int index) throws SQLException {
        var type = Attachment.Type.valueOf(row.getString("declared_type"));
        var message = row.getObject("message_id", UUID.class);
        var contentType = row.getString("content_type");
        var name = row.getString("name");
        return new StoredAttachment(
                new AttachmentId(row.getObject("id", UUID.class)),
                message == null ? null : new MessageId(message),
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                row.getInt("position"),
                type,
                State.valueOf(row.getString("state")),
                row.getString("cause"),
                name == null ? row.getString("title") : name,
                contentType,
                row.getLong("size"),
                picture(row),
                flaw(row));
    }

    private static @Nullable Picture picture(ResultSet row) throws SQLException {
        var width = row.getInt("width");
        return width == 0
                ? null
                : new Picture(
                        width,
                        row.getInt("height"),
                        row.getBoolean("animated"),
                        row.getString("thumbnail_type"));
    }

    private static @Nullable Flaw flaw(ResultSet row) throws SQLException {
        var name = row.getString("preview_flaw");
        return name == null ? null : Flaw.valueOf(name);
    }

    private static @Nullable String name(@Nullable Flaw flaw) {
        return flaw == null ? null : flaw.name();
    }

    /// A file to fetch.
    ///
    /// @param attempts the number of attempts, including this one
    record PendingDownload(
            AttachmentId id,
            ConversationId conversation,
            ChannelKind channel,
            String url,
            Attachment.Type declaredType,
            @Nullable String title,
            int attempts) {}
}
