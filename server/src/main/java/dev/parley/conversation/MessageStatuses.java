package dev.parley.conversation;

import static dev.parley.platform.Columns.utc;

import dev.parley.channel.Address;
import dev.parley.conversation.Message.Status;
import dev.parley.conversation.SendConfirmations.Echo;
import dev.parley.platform.ColumnArrays;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The delivery status of messages to customers, in PostgreSQL.
@Repository
public class MessageStatuses {
    private static final String UPDATE =
            """
            update message
               set status = case when status in ('DELIVERED', 'READ') then status
                                 when status = 'SENT' and :status <> 'SENT' then status
                                 else :status end,
                   cause = case when :status = 'SENT' then null
                                when status in ('SENT', 'DELIVERED', 'READ') then cause
                                else :cause end,
                   channel_message_id = coalesce(channel_message_id, :channelMessageId)
             where id = :id
            """;

    /// Does not wait for messages that another transaction has locked.
    private static final String SENT =
            """
            with free as (
                select m.id, given.channel_message_id,
                       m.status in ('SENT', 'DELIVERED', 'READ')
                           and m.channel_message_id is not null as confirmed
                  from unnest(:ids::uuid[], :channelMessageIds::text[])
                       as given (id, channel_message_id)
                  join message m on m.id = given.id
                   for update of m skip locked
            ), moved as (
                update message
                   set status = case when status in ('DELIVERED', 'READ') then status
                                     else 'SENT' end,
                       cause = null,
                       channel_message_id = coalesce(message.channel_message_id,
                                                     free.channel_message_id)
                  from free
                 where message.id = free.id and not free.confirmed
            )
            select id from free
            """;

    /// Locked in one order, so that transactions that move the same messages do not deadlock.
    private static final String BEGIN =
            """
            with begun as (
                select id from message where id = any (:ids) order by id for update
            )
            update message set status = :status, cause = null
              from begun
             where message.id = begun.id and status not in ('SENT', 'DELIVERED', 'READ')
            """;

    /// Locked in one order, so that transactions that move the same messages do not deadlock.
    private static final String CONFIRM =
            """
            with confirmed as (
                select message.id, given.channel_message_id, given.channel_at
                  from unnest(:ids::uuid[], :channelMessageIds::text[], :channelAts::timestamptz[])
                       as given (id, channel_message_id, channel_at)
                  join message on message.id = given.id
                 order by message.id
                   for update of message
            )
            update message
               set status = case when status in ('DELIVERED', 'READ') then status else 'SENT' end,
                   cause = null,
                   channel_message_id = coalesce(message.channel_message_id,
                                                 confirmed.channel_message_id),
                   channel_at = confirmed.channel_at
              from confirmed
             where message.id = confirmed.id
            """;

    /// Messages of Parley that may have been delivered without confirmation.
    private static final String UNCONFIRMED =
            """
            select m.id
              from message m
              join conversation c on c.id = m.conversation_id
             where c.channel = :channel and c.endpoint = :endpoint and c.person = :person
               and m.status in ('SENDING', 'UNKNOWN') and m.channel_message_id is null
               and m.text is not distinct from :text and m.sent_at <= :at
             order by m.sent_at
             limit 1
            """;

    private static final String MARK_RECOVERED =
            "update message set recovered = true where id = :id";

    private final JdbcClient jdbc;

    MessageStatuses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Stores the delivery state of a sent message. A late response does not undo a delivery that
    /// the channel already confirmed.
    ///
    /// @param cause why it failed, as a stable code
    public void update(
            MessageId id,
            Status status,
            @Nullable String channelMessageId,
            @Nullable String cause) {
        jdbc.sql(UPDATE)
                .param("id", id.value())
                .param("status", status.name())
                .param("channelMessageId", channelMessageId)
                .param("cause", cause)
                .update();
    }

    /// Locks the message until the transaction ends.
    public void lock(MessageId id) {
        jdbc.sql("select 1 from message where id = :id for update")
                .param("id", id.value())
                .query(Integer.class)
                .list();
    }

    /// Stores that the channel accepted these messages, apart from those that another transaction
    /// is changing: for them, nothing is done. {@return those that are stored}
    ///
    /// @param channelMessageIds the channel's id of each
    public Set<MessageId> sent(Map<MessageId, String> channelMessageIds) {
        return new ColumnArrays<>(List.copyOf(channelMessageIds.entrySet()))
                .uuids("ids", one -> one.getKey().value())
                .texts("channelMessageIds", Map.Entry::getValue)
                .in(jdbc.sql(SENT))
                .query((row, _) -> new MessageId(row.getObject("id", UUID.class)))
                .set();
    }

    /// Stores the status of attempts that begin, for messages that are not yet known to be sent.
    public void begin(List<MessageId> ids, Status status) {
        jdbc.sql(BEGIN)
                .param("ids", ids.stream().map(MessageId::value).toArray(UUID[]::new))
                .param("status", status.name())
                .update();
    }

    /// Stores that these messages were sent, because the channel echoed them.
    void confirm(Map<MessageId, Echo> echoOf) {
        new ColumnArrays<>(List.copyOf(echoOf.entrySet()))
                .uuids("ids", one -> one.getKey().value())
                .texts("channelMessageIds", one -> one.getValue().echoed().messageId())
                .times("channelAts", one -> one.getValue().echoed().at())
                .in(jdbc.sql(CONFIRM))
                .update();
    }

    /// {@return the oldest message of Parley to this person that has the same text, was written
    /// before, and may or may not have been delivered}
    Optional<MessageId> findUnconfirmed(Address to, @Nullable String text, Instant arrived) {
        return jdbc.sql(UNCONFIRMED)
                .param("channel", to.channel().name())
                .param("endpoint", to.endpoint())
                .param("person", to.person())
                .param("text", text)
                .param("at", utc(arrived.plusSeconds(2)))
                .query((row, _) -> new MessageId(row.getObject(1, UUID.class)))
                .optional();
    }

    /// Marks this message as one that was not delivered, but retrieved afterwards.
    void markRecovered(MessageId id) {
        jdbc.sql(MARK_RECOVERED).param("id", id.value()).update();
    }
}
