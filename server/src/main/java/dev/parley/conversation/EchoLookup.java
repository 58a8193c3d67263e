package dev.parley.conversation;

import static dev.parley.conversation.MessageRow.SELECT;

import dev.parley.conversation.SendConfirmations.Echo;
import dev.parley.platform.ColumnArrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Finds the stored messages that echoes are of, or refer to.
@Repository
class EchoLookup {
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

    private final JdbcClient jdbc;

    EchoLookup(JdbcClient jdbc) {
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
}
