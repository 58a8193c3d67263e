package dev.parley.conversation;

import static dev.parley.conversation.MessageRow.SELECT;

import dev.parley.conversation.SendConfirmations.Echo;
import dev.parley.platform.ColumnArrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The messages that channels echo, in PostgreSQL.
@Repository
class EchoRows {
    /// One look-up for each echo.
    private static final String ECHOED =
            """
            select echo.place, found.*
              from unnest(:channels::text[], :endpoints::text[], :channelMessageIds::text[])
                   with ordinality
                   as echo (channel, endpoint, channel_message_id, place)
             cross join lateral (
            """
                    + SELECT
                    + """
                     where message.channel = echo.channel and message.endpoint = echo.endpoint
                       and message.channel_message_id = echo.channel_message_id) found
                    """;

    /// A reference to a message of another customer's conversation does not count.
    private static final String REFERRED_TO =
            """
            select echo.place, found.*
              from unnest(:ids::uuid[], :channels::text[], :endpoints::text[], :persons::text[])
                   with ordinality
                   as echo (id, channel, endpoint, person, place)
             cross join lateral (
            """
                    + SELECT
                    + """
                     where message.id = echo.id
                       and exists (select 1 from conversation
                                    where conversation.id = message.conversation_id
                                      and conversation.channel = echo.channel
                                      and conversation.endpoint = echo.endpoint
                                      and conversation.person = echo.person)) found
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

    private final JdbcClient jdbc;

    EchoRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// {@return the messages with the channel ids of these echoes, as far as they are stored}
    Map<Echo, Message> echoed(List<Echo> echoes) {
        return found(
                echoes,
                new ColumnArrays<>(echoes)
                        .texts("channels", one -> one.to().channel().name())
                        .texts("endpoints", one -> one.to().endpoint())
                        .texts("channelMessageIds", one -> one.echoed().messageId())
                        .in(jdbc.sql(ECHOED)));
    }

    /// {@return the messages of the same people that these echoes refer to}
    Map<Echo, Message> referredTo(List<Echo> echoes) {
        return found(
                echoes,
                new ColumnArrays<>(echoes)
                        .uuids("ids", Echo::reference)
                        .texts("channels", one -> one.to().channel().name())
                        .texts("endpoints", one -> one.to().endpoint())
                        .texts("persons", one -> one.to().person())
                        .in(jdbc.sql(REFERRED_TO)));
    }

    private static Map<Echo, Message> found(List<Echo> echoes, JdbcClient.StatementSpec statement) {
        var found = new HashMap<Echo, Message>();
        statement
                .query((row, index) ->
                        found.put(echoes.get(row.getInt("place") - 1), MessageRow.read(row, index)))
                .list();
        return found;
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
}
