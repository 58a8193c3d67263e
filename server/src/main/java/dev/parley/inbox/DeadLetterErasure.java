package dev.parley.inbox;

import dev.parley.channel.Address;
import dev.parley.channel.Blob;
import dev.parley.channel.ByChannel;
import dev.parley.channel.ChannelKind;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Erases unsent messages and people's data from dead letters.
@Repository
class DeadLetterErasure {
    /// Only the name of the failure remains in the detail: its text may quote the message.
    private static final String ERASE =
            """
            update dead_letter
               set body = '', detail = split_part(detail, ':', 1)
             where envelope_id in (select id
                                     from envelope
                                    where channel = :channel and endpoint = :endpoint
                                      and (key = :messageId or key > :messageId || '#' and key < :messageId || '$'))
            """;

    private static final String ERASE_ALL_OF =
            """
            update dead_letter
               set body = '', detail = split_part(detail, ':', 1)
             where envelope_id is not null
               and channel = :channel and endpoint = :endpoint and person = :person and body <> ''
            """;

    /// Bodies that were stored whole, and may contain data of others besides the cause of failure.
    private static final String WHOLE_BODIES_WITH =
            """
            select id, body
              from dead_letter
             where settled_at is null and envelope_id is null and channel = :channel
               and position(convert_to(:id, 'UTF8') in body) > 0
               for update
            """;

    private static final String ERASE_FROM =
            """
            update dead_letter set body = :body, detail = split_part(detail, ':', 1) where id = :id
            """;

    private final JdbcClient jdbc;
    private final ObjectProvider<BodyReader> bodyReaders;

    DeadLetterErasure(JdbcClient jdbc, ObjectProvider<BodyReader> bodyReaders) {
        this.jdbc = jdbc;
        this.bodyReaders = bodyReaders;
    }

    void erase(Address address, String messageId) {
        jdbc.sql(ERASE)
                .param("channel", address.channel().name())
                .param("endpoint", address.endpoint())
                .param("messageId", messageId)
                .update();
        eraseFromWhole(
                address.channel(), messageId, (reader, body) -> reader.without(messageId, body));
    }

    /// Erases this person's failed envelopes, and their data in bodies that were stored whole.
    void eraseAllOf(Address address) {
        jdbc.sql(ERASE_ALL_OF)
                .param("channel", address.channel().name())
                .param("endpoint", address.endpoint())
                .param("person", address.person())
                .update();
        var person = address.person();
        eraseFromWhole(
                address.channel(), person, (reader, body) -> reader.withoutPerson(person, body));
    }

    private void eraseFromWhole(
            ChannelKind channel, String id, BiFunction<BodyReader, byte[], byte[]> redacted) {
        var found =
                jdbc.sql(WHOLE_BODIES_WITH)
                        .param("channel", channel.name())
                        .param("id", id)
                        .query((row, _) ->
                                new Whole(
                                        row.getObject("id", UUID.class),
                                        new Blob(row.getBytes("body"))))
                        .list();
        if (found.isEmpty()) {
            return;
        }
        var reader = readers().of(channel);
        for (var whole : found) {
            jdbc.sql(ERASE_FROM)
                    .param("id", whole.id)
                    .param("body", redacted.apply(reader, whole.body.bytes()))
                    .update();
        }
    }

    /// Looked up late: the readers depend on the inbox, and its handlers on this class.
    private ByChannel<BodyReader> readers() {
        return new ByChannel<>(bodyReaders.stream().toList());
    }

    private record Whole(UUID id, Blob body) {}
}
