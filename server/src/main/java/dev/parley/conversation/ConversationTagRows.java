package dev.parley.conversation;

import static dev.parley.platform.Columns.instant;
import static dev.parley.platform.Columns.utc;

import dev.parley.conversation.BulkAction.Tagging;
import dev.parley.identity.UserId;
import dev.parley.tag.TagId;
import dev.parley.tag.TagUses;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which conversations have which tags, in PostgreSQL.
@Repository
class ConversationTagRows implements TagUses {
    /// The conversations are locked, so that none exceeds the limit.
    private static final String ADD =
            """
            insert into conversation_tag (conversation_id, tag_id, added_at, added_by)
            select given.id, :tag, :now, :by
              from unnest(:ids::uuid[]) as given (id)
             where (select count(*) from conversation_tag t where t.conversation_id = given.id) < :most
                on conflict do nothing
            returning conversation_id
            """;

    private static final String REMOVE =
            """
            delete from conversation_tag
             where tag_id = :tag and conversation_id = any (:ids)
            returning conversation_id
            """;

    /// What was removed and added again since is later work, also by the same user.
    private static final String REMOVE_AGAIN =
            """
            delete from conversation_tag t
             using bulk_tag b
             where b.bulk_id = :bulk and b.user_id = :user and b.conversation_id = any (:ids)
               and t.conversation_id = b.conversation_id and t.tag_id = b.tag_id
               and t.added_by = b.user_id and t.added_at = b.tagged_at
            returning t.conversation_id
            """;

    private static final String COUNTS =
            """
            select tag_id, count(*) as conversations
              from conversation_tag
             where tag_id = any (:tags)
             group by tag_id
            """;

    /// No conversation has fewer tags than before, so the limit holds.
    private static final String REPLACE =
            """
            update conversation_tag former
               set tag_id = :other
             where former.tag_id = :former
               and not exists (select 1 from conversation_tag o
                                where o.conversation_id = former.conversation_id
                                  and o.tag_id = :other)
            """;

    private static final String REMEMBER =
            """
            insert into bulk_tag (bulk_id, conversation_id, user_id, tag_id, added, tagged_at)
            select :bulk, id, :user, :tag, :added, :now from unnest(:ids::uuid[]) as given (id)
            """;

    private static final String TAKE =
            """
            delete from bulk_tag
             where bulk_id = :bulk and user_id = :user and conversation_id = any (:ids)
            returning conversation_id
            """;

    private static final String REMEMBERED =
            """
            select conversation_id, tag_id, added, tagged_at
              from bulk_tag
             where bulk_id = :bulk and user_id = :user and tagged_at > :after
             order by conversation_id
            """;

    private final JdbcClient jdbc;

    ConversationTagRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// {@return the tags of those of these conversations that have any}
    Map<ConversationId, List<TagId>> of(Collection<ConversationId> conversations) {
        var found = new HashMap<ConversationId, List<TagId>>();
        jdbc.sql(
                        "select conversation_id, tag_id from conversation_tag"
                                + " where conversation_id = any (:ids)")
                .param("ids", values(conversations))
                .query(row -> {
                    found.computeIfAbsent(
                                    new ConversationId(
                                            row.getObject("conversation_id", UUID.class)),
                                    _ -> new ArrayList<>())
                            .add(new TagId(row.getObject("tag_id", UUID.class)));
                });
        return found;
    }

    /// {@return those of these conversations that have the tag}
    Set<ConversationId> having(TagId tag, Collection<ConversationId> conversations) {
        return ids(
                jdbc.sql(
                                "select conversation_id from conversation_tag"
                                        + " where tag_id = :tag and conversation_id = any (:ids)")
                        .param("tag", tag.value())
                        .param("ids", values(conversations)));
    }

    /// Adds the tag to these locked conversations. {@return those that have it now and did not}
    ///
    /// @param most tags of a conversation
    Set<ConversationId> add(
            TagId tag, Collection<ConversationId> conversations, int most, UserId by, Instant now) {
        return ids(
                jdbc.sql(ADD)
                        .param("tag", tag.value())
                        .param("ids", values(conversations))
                        .param("most", most)
                        .param("by", by.value())
                        .param("now", utc(now)));
    }

    /// Removes the tag from these conversations. {@return those that had it}
    Set<ConversationId> remove(TagId tag, Collection<ConversationId> conversations) {
        return ids(jdbc.sql(REMOVE).param("tag", tag.value()).param("ids", values(conversations)));
    }

    /// Removes the tag that this bulk action added from these conversations. {@return those that
    /// have it from this action}
    Set<ConversationId> removeAgain(
            UUID bulk, UserId user, Collection<ConversationId> conversations) {
        return ids(
                jdbc.sql(REMOVE_AGAIN)
                        .param("bulk", bulk)
                        .param("user", user.value())
                        .param("ids", values(conversations)));
    }

    @Override
    public Map<TagId, Long> counts(Collection<TagId> tags) {
        return jdbc
                .sql(COUNTS)
                .param("tags", tags.stream().map(TagId::value).toArray(UUID[]::new))
                .query((row, _) ->
                        Map.entry(
                                new TagId(row.getObject("tag_id", UUID.class)),
                                row.getLong("conversations")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void replace(TagId former, TagId other) {
        jdbc.sql(REPLACE).param("former", former.value()).param("other", other.value()).update();
        remove(former);
    }

    @Override
    public void remove(TagId tag) {
        jdbc.sql("delete from conversation_tag where tag_id = :tag")
                .param("tag", tag.value())
                .update();
    }

    /// Remembers what a bulk action did, to undo it.
    void remember(
            UUID bulk,
            UserId user,
            Tagging tagging,
            Collection<ConversationId> conversations,
            Instant now) {
        jdbc.sql(REMEMBER)
                .param("bulk", bulk)
                .param("user", user.value())
                .param("tag", tagging.tag().value())
                .param("added", tagging.added())
                .param("now", utc(now))
                .param("ids", values(conversations))
                .update();
    }

    /// Takes what is remembered of these conversations: each is undone once.
    Set<ConversationId> take(UUID bulk, UserId user, Collection<ConversationId> conversations) {
        return ids(
                jdbc.sql(TAKE)
                        .param("bulk", bulk)
                        .param("user", user.value())
                        .param("ids", values(conversations)));
    }

    /// {@return what a bulk action of this user did, by conversation, if it was made after then}
    List<Tagged> remembered(UUID bulk, UserId user, Instant after) {
        return jdbc.sql(REMEMBERED)
                .param("bulk", bulk)
                .param("user", user.value())
                .param("after", utc(after))
                .query((row, _) ->
                        new Tagged(
                                new ConversationId(row.getObject("conversation_id", UUID.class)),
                                new Tagging(
                                        new TagId(row.getObject("tag_id", UUID.class)),
                                        row.getBoolean("added")),
                                instant(row, "tagged_at")))
                .list();
    }

    void forget(Instant before) {
        jdbc.sql("delete from bulk_tag where tagged_at < :before")
                .param("before", utc(before))
                .update();
    }

    private static Set<ConversationId> ids(JdbcClient.StatementSpec statement) {
        return new HashSet<>(
                statement
                        .query((row, _) -> new ConversationId(row.getObject(1, UUID.class)))
                        .list());
    }

    private static UUID[] values(Collection<ConversationId> conversations) {
        return conversations.stream().map(ConversationId::value).toArray(UUID[]::new);
    }

    /// What was done to the tags of a conversation.
    record Tagged(ConversationId conversation, Tagging what, Instant at) {}
}
