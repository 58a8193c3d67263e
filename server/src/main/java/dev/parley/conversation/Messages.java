package dev.parley.conversation;

import static dev.parley.conversation.MessageRow.SELECT;
import static dev.parley.platform.Columns.utc;

import dev.parley.channel.Address;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The messages of both sides, in PostgreSQL.
@Repository
public class Messages {
    private static final String NEWEST_FIRST =
            SELECT
                    + """
                     where conversation_id = :conversation
                       and (:before::timestamptz is null
                            or (sent_at, id) < (:before::timestamptz, :beforeId::uuid))
                     order by sent_at desc, id desc
                     limit :limit
                    """;

    private static final String NEWEST_FROM =
            SELECT
                    + """
                     where conversation_id = :conversation
                       and (sent_at, id) >= (:from::timestamptz, :fromId::uuid)
                     order by sent_at desc, id desc
                     limit :limit
                    """;

    private static final String OLDEST_FIRST =
            SELECT
                    + """
                     where conversation_id = :conversation
                       and (:after::timestamptz is null
                            or (sent_at, id) > (:after::timestamptz, :afterId::uuid))
                     order by sent_at, id
                     limit :limit
                    """;

    /// A range, and not a prefix, so that the plan does not depend on the key and is made once.
    private static final String WRITTEN_BEFORE =
            SELECT
                    + """
                     where conversation_id = :conversation
                       and request_key >= :key || '#' and request_key < :key || '$'
                     order by sent_at, id
                    """;

    private static final String CUSTOMER_WROTE_AFTER =
            """
            select exists (select 1
                             from message seen
                             join message m
                               on m.conversation_id = seen.conversation_id
                              and (m.sent_at, m.id) > (seen.sent_at, seen.id)
                              and m.author = 'CUSTOMER'
                            where seen.id = :seen and seen.conversation_id = :conversation)
            """;

    private static final String APPS =
            """
            select distinct party ->> 'app' as app
              from message m
             cross join lateral (values (m.content -> 'from'), (m.content -> 'to')) as p (party)
             where m.conversation_id = :conversation and m.kind = 'HANDOVER'
               and party ->> 'app' is not null
             order by app
             limit 5
            """;

    private final JdbcClient jdbc;

    Messages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Message> byId(MessageId id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id.value())
                .query(MessageRow::read)
                .optional();
    }

    public List<Message> byIds(Collection<MessageId> ids) {
        return jdbc.sql(SELECT + " where id = any (:ids)")
                .param("ids", ids.stream().map(MessageId::value).toArray(UUID[]::new))
                .query(MessageRow::read)
                .list();
    }

    /// {@return the page of the timeline that ends before this place, oldest first}
    public List<Message> before(ConversationId conversation, @Nullable Place place, int limit) {
        return jdbc.sql(NEWEST_FIRST)
                .param("conversation", conversation.value())
                .param("before", place == null ? null : utc(place.sentAt()))
                .param("beforeId", place == null ? null : place.id())
                .param("limit", limit)
                .query(MessageRow::read)
                .list()
                .reversed();
    }

    /// {@return the page of the timeline that starts after this place, oldest first}
    public List<Message> after(ConversationId conversation, @Nullable Place place, int limit) {
        return jdbc.sql(OLDEST_FIRST)
                .param("conversation", conversation.value())
                .param("after", place == null ? null : utc(place.sentAt()))
                .param("afterId", place == null ? null : place.id())
                .param("limit", limit)
                .query(MessageRow::read)
                .list();
    }

    /// {@return the timeline from this place on, oldest first; at most the newest `limit` entries}
    public List<Message> from(ConversationId conversation, Place place, int limit) {
        return jdbc.sql(NEWEST_FROM)
                .param("conversation", conversation.value())
                .param("from", utc(place.sentAt()))
                .param("fromId", place.id())
                .param("limit", limit)
                .query(MessageRow::read)
                .list()
                .reversed();
    }

    /// {@return whether the customer wrote in this conversation after this message}
    public boolean customerWroteAfter(ConversationId conversation, MessageId seen) {
        return jdbc.sql(CUSTOMER_WROTE_AFTER)
                .param("conversation", conversation.value())
                .param("seen", seen.value())
                .query(Boolean.class)
                .single();
    }

    /// {@return the apps that controlled this conversation}
    public List<String> appsIn(ConversationId conversation) {
        return jdbc.sql(APPS)
                .param("conversation", conversation.value())
                .query((row, _) -> row.getString("app"))
                .list();
    }

    /// {@return the messages with these ids of the channel that are stored for this endpoint}
    public List<Message> byChannelIds(Address address, List<String> channelMessageIds) {
        if (channelMessageIds.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        SELECT
                                + " where channel = :channel and endpoint = :endpoint and channel_message_id = any (:channelMessageIds)")
                .param("channel", address.channel().name())
                .param("endpoint", address.endpoint())
                .param("channelMessageIds", channelMessageIds.toArray(String[]::new))
                .query(MessageRow::read)
                .list();
    }

    List<Message> byRequestKey(ConversationId conversation, String requestKey) {
        return jdbc.sql(WRITTEN_BEFORE)
                .param("conversation", conversation.value())
                .param("key", requestKey)
                .query(MessageRow::read)
                .list();
    }

    /// A position in a timeline.
    public record Place(Instant sentAt, UUID id) {}
}
