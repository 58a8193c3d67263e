package dev.parley.workspace;

import static dev.parley.platform.Columns.instant;
import static dev.parley.platform.Columns.utc;

import dev.parley.conversation.ConversationId;
import dev.parley.identity.UserId;
import dev.parley.platform.Ids;
import dev.parley.workspace.Drafts.Typed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// The database rows of drafts.
@Repository
class DraftRows {
    private static final String COLUMNS =
            " id, user_id, conversation_id, mode, revision, text, reply_to, reply_buttons, typed_at,"
                    + " replaced ";

    private static final String OF =
            "select"
                    + COLUMNS
                    + """
                      from draft
                     where user_id = :user and conversation_id = :conversation and mode = :mode
                     order by typed_at, id
                    """;

    /// An existing draft is locked and not changed.
    private static final String ADD_OR_LOCK =
            """
            insert into draft (id, user_id, conversation_id, mode, revision, text, reply_to,
                               reply_buttons, typed_at, replaced)
            values (:id, :user, :conversation, :mode, :revision, :text, :replyTo, :replyButtons,
                    :typedAt, false)
            on conflict (user_id, conversation_id, mode) where not replaced
                do update set revision = draft.revision
            returning
            """
                    + COLUMNS;

    private static final String REPLACE =
            """
            update draft
               set revision = :revision, text = :text, reply_to = :replyTo,
                   reply_buttons = :replyButtons, typed_at = :typedAt
             where id = :id
            """;

    private static final String ADD_REPLACED =
            """
            insert into draft (id, user_id, conversation_id, mode, revision, text, reply_to,
                               reply_buttons, typed_at, replaced)
            values (:id, :user, :conversation, :mode, :revision, :text, :replyTo, :replyButtons,
                    :typedAt, true)
            """;

    private static final String DELETE_OLDEST_REPLACED =
            """
            delete from draft
             where id in (select id from draft
                           where user_id = :user and conversation_id = :conversation
                             and mode = :mode and replaced
                           order by typed_at desc, id desc
                          offset :most)
            """;

    private static final String DELETE_REVISIONS =
            """
            delete from draft
             where user_id = :user and conversation_id = :conversation and mode = :mode
               and not replaced and revision = any (:revisions)
            """;

    private static final String DISCARD_REPLACED =
            "delete from draft where id = :id and user_id = :user and replaced returning" + COLUMNS;

    private static final String ERASE =
            "delete from draft where conversation_id = any (:conversations) returning" + COLUMNS;

    private static final String DELETE_OLD =
            """
            delete from draft
             where id in (select id from draft where typed_at < :before
                           order by typed_at limit 100
                             for update skip locked)
            """;

    private final JdbcClient jdbc;

    DraftRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Row> of(DraftKey key) {
        return bound(OF, key).query((row, _) -> fromRow(row)).list();
    }

    /// Adds it if there is none; {@return the draft that is stored now, and locked}
    Row addOrLock(DraftKey key, Typed typed) {
        return bound(ADD_OR_LOCK, key, typed)
                .param("id", Ids.next())
                .query((row, _) -> fromRow(row))
                .single();
    }

    void replace(Row row, Typed typed) {
        bound(REPLACE, row.key, typed).param("id", row.id).update();
    }

    /// @param most how many of them are kept
    void addReplaced(DraftKey key, Typed typed, int most) {
        bound(ADD_REPLACED, key, typed).param("id", Ids.next()).update();
        bound(DELETE_OLDEST_REPLACED, key).param("most", most).update();
    }

    /// Deletes the draft if it has one of these revisions; {@return whether it had}
    boolean delete(DraftKey key, Collection<UUID> revisions) {
        return bound(DELETE_REVISIONS, key)
                        .param("revisions", revisions.toArray(UUID[]::new))
                        .update()
                == 1;
    }

    List<Row> discardReplaced(UserId user, UUID id) {
        return jdbc.sql(DISCARD_REPLACED)
                .param("id", id)
                .param("user", user.value())
                .query((row, _) -> fromRow(row))
                .list();
    }

    List<Row> erase(Collection<ConversationId> conversations) {
        var ids = conversations.stream().map(ConversationId::value).toArray(UUID[]::new);
        return jdbc.sql(ERASE).param("conversations", ids).query((row, _) -> fromRow(row)).list();
    }

    /// Deletes some of those typed before this time; {@return whether there were any}
    boolean deleteOld(Instant before) {
        return jdbc.sql(DELETE_OLD).param("before", utc(before)).update() > 0;
    }

    private StatementSpec bound(String sql, DraftKey key) {
        return jdbc.sql(sql)
                .param("user", key.user().value())
                .param("conversation", key.conversation().value())
                .param("mode", key.mode().name());
    }

    private StatementSpec bound(String sql, DraftKey key, Typed typed) {
        var content = typed.content();
        return bound(sql, key)
                .param("revision", typed.revision())
                .param("text", content.text())
                .param("replyTo", content.replyTo())
                .param("replyButtons", content.replyButtons().toArray(String[]::new))
                .param("typedAt", utc(typed.at()));
    }

    private static Row fromRow(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                new DraftKey(
                        new UserId(row.getObject("user_id", UUID.class)),
                        new ConversationId(row.getObject("conversation_id", UUID.class)),
                        DraftMode.valueOf(row.getString("mode"))),
                row.getObject("revision", UUID.class),
                new DraftContent(
                        row.getString("text"),
                        row.getObject("reply_to", UUID.class),
                        List.of((String[]) row.getArray("reply_buttons").getArray())),
                instant(row, "typed_at"),
                row.getBoolean("replaced"));
    }

    /// @param replaced whether a newer draft replaced it
    record Row(
            UUID id,
            DraftKey key,
            UUID revision,
            DraftContent content,
            Instant typedAt,
            boolean replaced) {}
}
