package dev.parley.conversation;

import static java.time.ZoneOffset.UTC;

import dev.parley.channel.Address;
import dev.parley.channel.Content;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What happens to messages after they were sent: they are delivered, read, reacted to, edited and
/// unsent. Each method returns the conversations that show it.
@Repository
class MessageReceipts {
    private static final String DELIVERED_BY_MID =
            """
            update message set status = 'DELIVERED'
             where channel = :channel and endpoint = :endpoint and mid = any (:mids) and status = 'SENT'
            returning conversation_id
            """;

    /// A message whose echo was received is compared by the channel's own clock.
    private static final String UP_TO =
            """
            with person as (
                update conversation
                   set delivered_until = greatest(delivered_until, :until),
                       read_until = case when :status = 'READ' then greatest(read_until, :until)
                                         else read_until end
                 where channel = :channel and endpoint = :endpoint and person = :person
                   and coalesce(case when :status = 'READ' then read_until
                                     else delivered_until end < :until, true)
                returning id
            )
            update message m set status = :status
              from person
             where m.conversation_id = person.id
               and coalesce(m.channel_at, m.sent_at) <= :until
               and m.status in ('SENT', 'DELIVERED') and m.status <> :status
               and m.note is null
            returning m.conversation_id
            """;

    private static final String CATCH_UP =
            """
            update message m
               set status = case when m.channel_at <= c.read_until then 'READ' else 'DELIVERED' end
              from conversation c
             where m.id = :id and c.id = m.conversation_id and m.status = 'SENT'
               and m.channel_at <= greatest(c.read_until, c.delivered_until)
            """;

    private static final String REACT =
            """
            update message set reaction = :emoji
             where channel = :channel and endpoint = :endpoint and mid = :mid
            returning conversation_id
            """;

    private static final String REVISE =
            """
            with revised as (
                update message
                   set edits = :edits::jsonb, version = :version, text = :text,
                       content = :content::jsonb
                 where id = :id and erased_at is null
                returning conversation_id, sent_at
            )
            update conversation c
               set preview = case when revised.sent_at >= c.last_message_at
                                  then :preview else c.preview end
              from revised
             where c.id = revised.conversation_id
            returning c.id
            """;

    private static final String ERASE =
            """
            with erased as (
                update message
                   set text = null, content = null, edits = null, reaction = null,
                       erased_at = :at
                 where channel = :channel and endpoint = :endpoint and mid = :mid and erased_at is null
                returning conversation_id, sent_at
            )
            update conversation c
               set preview = case when erased.sent_at >= c.last_message_at
                                  then '' else c.preview end,
                   preview_kind = case when erased.sent_at >= c.last_message_at
                                       then 'UNSEND' else c.preview_kind end
              from erased
             where c.id = erased.conversation_id
            returning c.id
            """;

    /// Transactions that store a message meanwhile wait for this lock, and an erasure waits for
    /// them.
    private static final String LOCK_ALL_OF =
            """
            select id from conversation
             where channel = :channel and endpoint = :endpoint and person = :person
             order by id
               for update
            """;

    private static final String ERASE_ALL =
            """
            update message
               set text = null, content = null, edits = null, reaction = null, erased_at = :at
             where conversation_id = any (:conversations) and author = 'CUSTOMER'
               and erased_at is null
            returning id, mid
            """;

    private static final String ERASE_REACTIONS =
            """
            update message set reaction = null
             where conversation_id = any (:conversations) and reaction is not null
            """;

    private static final String ERASE_PREVIEWS =
            """
            update conversation set preview = '', preview_kind = 'UNSEND'
             where id = any (:conversations) and preview_inbound
            """;

    private static final String CORRECT_TIME =
            """
            update message set sent_at = :at, channel_at = :at, recovered = false
             where id = :id
               and (sent_at > :at or recovered and sent_at > :at::timestamptz - interval '1 second')
            returning conversation_id
            """;

    private static final String COMPLETE =
            """
            update message
               set kind = :kind, text = :text, content = :content::jsonb,
                   reply_to = coalesce(reply_to, :replyTo)
             where id = :id and erased_at is null
            returning conversation_id
            """;

    private final JdbcClient jdbc;

    MessageReceipts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ConversationId> delivered(Address address, List<String> mids) {
        return ids(about(DELIVERED_BY_MID, address).param("mids", mids.toArray(String[]::new)));
    }

    List<ConversationId> deliveredUpTo(Address address, Instant watermark) {
        return upTo(address, "DELIVERED", watermark);
    }

    List<ConversationId> readUpTo(Address address, Instant watermark) {
        return upTo(address, "READ", watermark);
    }

    /// Applies receipts that arrived before this message's echo showed when it was sent.
    void catchUp(MessageId confirmed) {
        jdbc.sql(CATCH_UP).param("id", confirmed.value()).update();
    }

    List<ConversationId> reacted(Address address, String mid, @Nullable String emoji) {
        return ids(about(REACT, address).param("mid", mid).param("emoji", emoji));
    }

    List<ConversationId> revised(Message message, Revision revision) {
        var content = Revision.saying(message, revision.text());
        return ids(
                jdbc.sql(REVISE)
                        .param("id", message.id().value())
                        .param("edits", ContentJson.toJson(revision.earlier()))
                        .param("version", revision.version())
                        .param("text", revision.text())
                        .param("content", ContentJson.toJson(content))
                        .param("preview", MessagePreview.of(content)));
    }

    List<ConversationId> erased(Address address, String mid, Instant at) {
        return ids(about(ERASE, address).param("mid", mid).param("at", at.atOffset(UTC)));
    }

    /// Completes a retrieved message, for which only the incomplete data of the message history was
    /// known until it was delivered.
    List<ConversationId> completed(MessageId message, Content content, @Nullable String replyTo) {
        return ids(
                jdbc.sql(COMPLETE)
                        .param("id", message.value())
                        .param("kind", Message.Kind.of(content).name())
                        .param("text", content.text())
                        .param("content", ContentJson.toJson(content))
                        .param("replyTo", replyTo));
    }

    /// Locks all conversations of this person until the transaction ends.
    List<ConversationId> lockAllOf(Address address) {
        return ids(about(LOCK_ALL_OF, address).param("person", address.person()));
    }

    /// {@return the person's messages that were erased in these conversations}
    List<Erased> erasedAll(List<ConversationId> conversations, Instant at) {
        var ids = conversations.stream().map(ConversationId::value).toArray(UUID[]::new);
        jdbc.sql(ERASE_PREVIEWS).param("conversations", ids).update();
        jdbc.sql(ERASE_REACTIONS).param("conversations", ids).update();
        return jdbc.sql(ERASE_ALL)
                .param("conversations", ids)
                .param("at", at.atOffset(UTC))
                .query((row, _) ->
                        new Erased(
                                new MessageId(row.getObject("id", UUID.class)),
                                row.getString("mid")))
                .list();
    }

    /// Sets when a message was written. Until this is known, a message that was overtaken by its
    /// edit or unsend event has that event's time, and a retrieved message the second from the
    /// message history.
    List<ConversationId> setWrittenAt(MessageId message, Instant at) {
        return ids(
                jdbc.sql(CORRECT_TIME).param("id", message.value()).param("at", at.atOffset(UTC)));
    }

    private List<ConversationId> upTo(Address address, String status, Instant watermark) {
        return ids(
                about(UP_TO, address)
                        .param("person", address.person())
                        .param("status", status)
                        .param("until", watermark.atOffset(UTC)));
    }

    private JdbcClient.StatementSpec about(String sql, Address address) {
        return jdbc.sql(sql)
                .param("channel", address.channel().name())
                .param("endpoint", address.endpoint());
    }

    private static List<ConversationId> ids(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, _) -> new ConversationId(row.getObject(1, UUID.class)))
                .list()
                .stream()
                .distinct()
                .toList();
    }

    /// @param mid the channel's id of it; null when it has none
    record Erased(MessageId id, @Nullable String mid) {}
}
