package dev.parley.desk;

import static dev.parley.platform.Columns.instant;

import dev.parley.conversation.Access;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import dev.parley.privacy.Masking;
import dev.parley.privacy.MaskingDirection;
import dev.parley.privacy.Masks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The read model of the list of mentions: it reads the tables of `conversation`, `customer` and
/// `contact` directly, so that a page needs only one statement.
@Repository
class MentionRows {
    private static final String PAGE =
            """
            select m.message_id, m.name as mention, m.noted_at, m.read_at is null as unread,
                   note.text, note.agent_id, c.number,
                   coalesce(p.name, k.name) as name, k.visitor
              from mention m
              join message note on note.id = m.message_id
              join conversation c on c.id = m.conversation_id
              join customer k on k.id = c.customer_id
              left join conversation_contact own on own.conversation_id = c.id
              left join contact_link l on l.customer_id = k.id
              left join contact p on p.id = coalesce(own.contact_id, l.contact_id)
                                 and p.kind = 'PERSON'
             where m.user_id = :reader and
            """
                    + Access.READABLE
                    + """
                     order by m.read_at is not null, m.noted_at desc, m.message_id desc
                     limit :limit offset :offset
                    """;

    private final JdbcClient jdbc;
    private final Masking masking;

    MentionRows(JdbcClient jdbc, Masking masking) {
        this.jdbc = jdbc;
        this.masking = masking;
    }

    /// {@return the mentions of this user in conversations that they may read}
    List<MentionRow> page(SignedIn me, int offset, int limit) {
        var masks = masking.current();
        return Access.reading(me, jdbc.sql(PAGE))
                .param("limit", limit)
                .param("offset", offset)
                .query((row, _) -> fromRow(row, masks))
                .list();
    }

    private static MentionRow fromRow(ResultSet row, Masks masks) throws SQLException {
        var author = row.getObject("agent_id", UUID.class);
        var text = row.getString("text");
        return new MentionRow(
                row.getObject("message_id", UUID.class),
                author == null ? null : new UserId(author),
                text == null ? null : masks.text(text, MaskingDirection.AGENT),
                row.getString("mention"),
                instant(row, "noted_at"),
                row.getBoolean("unread"),
                row.getLong("number"),
                row.getString("name"),
                row.getLong("visitor"));
    }

    record MentionRow(
            UUID note,
            @Nullable UserId author,
            @Nullable String text,
            String mention,
            Instant at,
            boolean unread,
            long number,
            @Nullable String customerName,
            long visitor) {}
}
