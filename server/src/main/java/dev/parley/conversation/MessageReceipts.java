package dev.parley.conversation;

import static dev.parley.platform.Columns.utc;

import dev.parley.channel.Address;
import dev.parley.channel.ChannelEvent;
import dev.parley.channel.ChannelEvent.Delivered;
import dev.parley.channel.ChannelEvent.Read;
import dev.parley.channel.Content;
import dev.parley.platform.ColumnArrays;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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
              from unnest(:channels::text[], :endpoints::text[], :channelMessageIds::text[])
                   as delivered (channel, endpoint, channel_message_id)
             where message.channel = delivered.channel and message.endpoint = delivered.endpoint
               and message.channel_message_id = delivered.channel_message_id and status = 'SENT'
            returning conversation_id
            """;

    /// A message whose echo was received is compared by the channel's own clock.
    private static final String UP_TO =
            """
            with receipt as (
                select *
                  from unnest(:channels::text[], :endpoints::text[], :persons::text[],
                              :delivered::timestamptz[], :read::timestamptz[])
                       as receipt (channel, endpoint, person, delivered, read)
            ), person as (
                update conversation
                   set delivered_until = greatest(delivered_until, receipt.delivered, receipt.read),
                       read_until = greatest(read_until, receipt.read)
                  from receipt
                 where conversation.channel = receipt.channel
                   and conversation.endpoint = receipt.endpoint
                   and conversation.person = receipt.person
                   and (coalesce(delivered_until < greatest(receipt.delivered, receipt.read), true)
                        or receipt.read is not null and coalesce(read_until < receipt.read, true))
                returning conversation.id, receipt.delivered, receipt.read
            )
            update message m
               set status = case when coalesce(m.channel_at, m.sent_at) <= person.read
                                 then 'READ' else 'DELIVERED' end
              from person
             where m.conversation_id = person.id
               and coalesce(m.channel_at, m.sent_at) <= greatest(person.delivered, person.read)
               and m.status in ('SENT', 'DELIVERED')
               and (m.status = 'SENT' or coalesce(m.channel_at, m.sent_at) <= person.read)
               and m.note is null
            returning m.conversation_id
            """;

    private static final String CATCH_UP =
            """
            update message m
               set status = case when m.channel_at <= c.read_until then 'READ' else 'DELIVERED' end
              from conversation c
             where m.id = any (:ids) and c.id = m.conversation_id and m.status = 'SENT'
               and m.channel_at <= greatest(c.read_until, c.delivered_until)
            """;

    private static final String REACT =
            """
            update message set reaction = :emoji
             where channel = :channel and endpoint = :endpoint and channel_message_id = :channelMessageId
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
                 where channel = :channel and endpoint = :endpoint and channel_message_id = :channelMessageId and erased_at is null
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

    /// Concurrent transactions that store a message wait for this lock, and an erasure waits for
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
             where conversation_id = any (:conversations)
               and (author = 'CUSTOMER' or kind = 'INTERNAL_NOTE') and erased_at is null
            returning id, channel_message_id
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

    /// Applies receipts of many people.
    List<ConversationId> apply(List<Receipt> receipts) {
        var changed = new LinkedHashSet<ConversationId>();
        var named =
                receipts.stream()
                        .flatMap(one ->
                                one.channelMessageIds.stream()
                                        .map(channelMessageId ->
                                                new Named(one.from, channelMessageId)))
                        .toList();
        if (!named.isEmpty()) {
            changed.addAll(delivered(named));
        }
        var dated = receipts.stream().filter(Receipt::isDated).toList();
        if (!dated.isEmpty()) {
            changed.addAll(upTo(dated));
        }
        return List.copyOf(changed);
    }

    private List<ConversationId> delivered(List<Named> messages) {
        return ids(
                new ColumnArrays<>(messages)
                        .texts("channels", one -> one.to.channel().name())
                        .texts("endpoints", one -> one.to.endpoint())
                        .texts("channelMessageIds", Named::channelMessageId)
                        .in(jdbc.sql(DELIVERED_BY_MID)));
    }

    private List<ConversationId> upTo(List<Receipt> receipts) {
        return ids(
                new ColumnArrays<>(receipts)
                        .texts("channels", one -> one.from.channel().name())
                        .texts("endpoints", one -> one.from.endpoint())
                        .texts("persons", one -> one.from.person())
                        .times("delivered", Receipt::delivered)
                        .times("read", Receipt::read)
                        .in(jdbc.sql(UP_TO)));
    }

    /// Applies receipts that arrived before the echoes of these messages showed when they were
    /// sent.
    void catchUp(Collection<MessageId> confirmed) {
        jdbc.sql(CATCH_UP)
                .param("ids", confirmed.stream().map(MessageId::value).toArray(UUID[]::new))
                .update();
    }

    List<ConversationId> reacted(Address address, String channelMessageId, @Nullable String emoji) {
        return ids(
                about(REACT, address)
                        .param("channelMessageId", channelMessageId)
                        .param("emoji", emoji));
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

    List<ConversationId> erased(Address address, String channelMessageId, Instant at) {
        return ids(
                about(ERASE, address)
                        .param("channelMessageId", channelMessageId)
                        .param("at", utc(at)));
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
                .param("at", utc(at))
                .query((row, _) ->
                        new Erased(
                                new MessageId(row.getObject("id", UUID.class)),
                                row.getString("channel_message_id")))
                .list();
    }

    /// Sets when a message was written. Until this is known, a message that was overtaken by its
    /// edit or unsend event has that event's time, and a retrieved message the second from the
    /// message history.
    List<ConversationId> setWrittenAt(MessageId message, Instant at) {
        return ids(jdbc.sql(CORRECT_TIME).param("id", message.value()).param("at", utc(at)));
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

    /// What a person's receipts say about our messages to them.
    ///
    /// @param channelMessageIds of messages that were delivered
    /// @param delivered until when all were delivered; null when that is not known
    /// @param read until when all were read; null when that is not known
    record Receipt(
            Address from,
            List<String> channelMessageIds,
            @Nullable Instant delivered,
            @Nullable Instant read) {
        private boolean isDated() {
            return delivered != null || read != null;
        }

        /// {@return what this event says; empty if it is no receipt}
        static Optional<Receipt> of(Address from, ChannelEvent event) {
            return switch (event) {
                case Delivered(var channelMessageIds, var until) ->
                        Optional.of(new Receipt(from, channelMessageIds, until, null));
                case Read(var until) -> Optional.of(new Receipt(from, List.of(), null, until));
                default -> Optional.empty();
            };
        }

        Receipt mergedWith(Receipt later) {
            return new Receipt(
                    from,
                    Stream.concat(channelMessageIds.stream(), later.channelMessageIds.stream())
                            .toList(),
                    latest(delivered, later.delivered),
                    latest(read, later.read));
        }

        private static @Nullable Instant latest(@Nullable Instant one, @Nullable Instant other) {
            return one == null || (other != null && other.isAfter(one)) ? other : one;
        }
    }

    private record Named(Address to, String channelMessageId) {}

    /// @param channelMessageId the channel's id of it; null when it has none
    record Erased(MessageId id, @Nullable String channelMessageId) {}
}
