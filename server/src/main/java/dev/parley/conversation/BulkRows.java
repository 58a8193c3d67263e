package dev.parley.conversation;

import static dev.parley.platform.Columns.instant;
import static dev.parley.platform.Columns.instantOrNull;
import static dev.parley.platform.Columns.utc;

import dev.parley.conversation.BulkMove.Action;
import dev.parley.conversation.BulkMove.Done;
import dev.parley.conversation.BulkMove.Move;
import dev.parley.conversation.Conversation.Closing;
import dev.parley.conversation.Conversation.State;
import dev.parley.conversation.Conversation.Waiting;
import dev.parley.identity.UserId;
import dev.parley.platform.ColumnArrays;
import dev.parley.platform.Ids;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Stores moves of many conversations in sets, in PostgreSQL.
@Repository
class BulkRows {
    private static final String SAVE =
            """
            update conversation c
               set state = given.state, agent_id = given.agent, since = given.since,
                   close_at = given.close_at, active_at = greatest(c.active_at, given.since),
                   closing = given.closing, snoozed_until = given.snoozed_until, woken = false
              from unnest(:ids::uuid[], :states::text[], :agents::uuid[], :sinces::timestamptz[],
                          :closeAts::timestamptz[], :closings::boolean[],
                          :snoozedUntils::timestamptz[])
                   as given (id, state, agent, since, close_at, closing, snoozed_until)
             where c.id = given.id
            """;

    private static final String ADD_NOTES =
            """
            insert into message (id, conversation_id, channel, endpoint, author, agent_id, kind, note,
                                 content, sent_at, status)
            select id, conversation, channel, endpoint, 'SYSTEM', agent, 'SYSTEM', note,
                   content::jsonb, :now, 'READ'
              from unnest(:ids::uuid[], :conversations::uuid[], :channels::text[],
                          :endpoints::text[], :agents::uuid[], :notes::text[], :contents::text[])
                   as given (id, conversation, channel, endpoint, agent, note, content)
            """;

    private static final String REMEMBER =
            """
            insert into bulk_move (bulk_id, conversation_id, user_id, action, state, snoozed_until,
                                   since, moved_at, until)
            select :bulk, conversation, :user, :action, state, snoozed_until, since, :now, until
              from unnest(:conversations::uuid[], :states::text[], :snoozedUntils::timestamptz[],
                          :sinces::timestamptz[], :untils::timestamptz[])
                   as given (conversation, state, snoozed_until, since, until)
            """;

    private static final String DONE =
            """
            delete from bulk_move
             where bulk_id = :bulk and user_id = :user and conversation_id = any (:conversations)
            returning conversation_id, action, state, snoozed_until, since, moved_at, until
            """;

    private static final String OF =
            """
            select conversation_id, moved_at
              from bulk_move
             where bulk_id = :bulk and user_id = :user and moved_at > :after
             order by conversation_id
            """;

    private final JdbcClient jdbc;

    BulkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(List<Move> all, Function<Conversation, @Nullable Instant> closeAt) {
        new ColumnArrays<>(all)
                .uuids("ids", one -> one.to().id().value())
                .texts("states", one -> one.to().state().name())
                .uuids("agents", one -> value(one.to().agent()))
                .times("sinces", one -> one.to().since())
                .times("closeAts", one -> closeAt.apply(one.to()))
                .flags("closings", one -> one.to() instanceof Closing)
                .times("snoozedUntils", one -> snoozedUntil(one.to()))
                .in(jdbc.sql(SAVE))
                .update();
    }

    void addNotes(List<Move> all, Instant now) {
        new ColumnArrays<>(all.stream().filter(one -> one.note() != null).toList())
                .uuids("ids", _ -> Ids.next())
                .uuids("conversations", one -> one.to().id().value())
                .texts("channels", one -> one.to().details().address().channel().name())
                .texts("endpoints", one -> one.to().details().address().endpoint())
                .uuids("agents", one -> one.noteBy().value())
                .texts("notes", one -> one.note() == null ? null : one.note().name())
                .texts(
                        "contents",
                        one -> one.content() == null ? null : ContentJson.toStored(one.content()))
                .in(jdbc.sql(ADD_NOTES))
                .param("now", utc(now))
                .update();
    }

    /// Remembers how to undo them.
    void remember(UUID bulk, UserId user, Action action, List<Move> all, Instant now) {
        new ColumnArrays<>(all)
                .uuids("conversations", one -> one.from().id().value())
                .texts("states", one -> one.from().state().name())
                .times("snoozedUntils", one -> snoozedUntil(one.from()))
                .times("sinces", one -> one.from().since())
                .times("untils", one -> BulkMove.until(one.to()))
                .in(jdbc.sql(REMEMBER))
                .param("bulk", bulk)
                .param("user", user.value())
                .param("action", action.name())
                .param("now", utc(now))
                .update();
    }

    /// Takes what is remembered of these conversations: each is undone once.
    List<Done> take(UUID bulk, UserId user, List<ConversationId> conversations) {
        return jdbc.sql(DONE)
                .param("bulk", bulk)
                .param("user", user.value())
                .param(
                        "conversations",
                        conversations.stream().map(ConversationId::value).toArray(UUID[]::new))
                .query((row, _) ->
                        new Done(
                                new ConversationId(row.getObject("conversation_id", UUID.class)),
                                Action.valueOf(row.getString("action")),
                                State.valueOf(row.getString("state")),
                                instantOrNull(row, "snoozed_until"),
                                instant(row, "since"),
                                instant(row, "moved_at"),
                                instantOrNull(row, "until")))
                .list();
    }

    /// {@return the conversations of a bulk action of this user, if it was made after then, with
    /// when each was moved}
    SequencedMap<ConversationId, Instant> of(UUID bulk, UserId user, Instant after) {
        var moved = new LinkedHashMap<ConversationId, Instant>();
        jdbc.sql(OF)
                .param("bulk", bulk)
                .param("user", user.value())
                .param("after", utc(after))
                .query(row -> {
                    moved.put(
                            new ConversationId(row.getObject("conversation_id", UUID.class)),
                            instant(row, "moved_at"));
                });
        return moved;
    }

    void forget(Instant before) {
        jdbc.sql("delete from bulk_move where moved_at < :before")
                .param("before", utc(before))
                .update();
    }

    private static @Nullable Instant snoozedUntil(Conversation conversation) {
        return conversation instanceof Waiting waiting ? waiting.snoozedUntil() : null;
    }

    private static @Nullable UUID value(@Nullable UserId user) {
        return user == null ? null : user.value();
    }
}
