package dev.parley.conversation;

import static dev.parley.platform.Columns.instant;
import static dev.parley.platform.Columns.instantOrNull;

import dev.parley.channel.ConversationControl.Party;
import dev.parley.conversation.Message.Author;
import dev.parley.conversation.Message.Kind;
import dev.parley.conversation.Message.Note;
import dev.parley.conversation.Message.Status;
import dev.parley.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of the table `message`, as a message.
final class MessageRow {
    static final String SELECT =
            """
            select id, conversation_id, channel_message_id, author, agent_id, kind, text, content, note, reply_to,
                   sent_at, status, cause, reaction, edits, version, erased_at, request_key, recovered,
                   written_with, written_with_app
              from message
            """;

    private MessageRow() {}

    static Message read(ResultSet row, int index) throws SQLException {
        var agent = row.getObject("agent_id", UUID.class);
        var note = row.getString("note");
        var erasedAt = instantOrNull(row, "erased_at");
        return new Message(
                new MessageId(row.getObject("id", UUID.class)),
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                row.getString("channel_message_id"),
                Author.valueOf(row.getString("author")),
                agent == null ? null : new UserId(agent),
                Kind.valueOf(row.getString("kind")),
                ContentJson.fromJson(row.getString("content"), row.getString("text")),
                note == null ? null : Note.valueOf(note),
                row.getString("reply_to"),
                instant(row, "sent_at"),
                Status.valueOf(row.getString("status")),
                row.getString("cause"),
                row.getString("reaction"),
                ContentJson.edits(row.getString("edits")),
                row.getInt("version"),
                erasedAt,
                withoutPart(row.getString("request_key")),
                row.getBoolean("recovered"),
                by(row));
    }

    private static @Nullable Party by(ResultSet row) throws SQLException {
        var kind = row.getString("written_with");
        return kind == null
                ? null
                : new Party(Party.Kind.valueOf(kind), row.getString("written_with_app"));
    }

    /// A long text becomes several messages, each with the key of its request and a number.
    private static @Nullable String withoutPart(@Nullable String key) {
        return key == null ? null : key.substring(0, key.lastIndexOf('#'));
    }
}
