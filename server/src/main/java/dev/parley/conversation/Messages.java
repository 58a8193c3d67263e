package dev.parley.conversation;

import static dev.parley.platform.Columns.instant;
import static dev.parley.platform.Columns.instantOrNull;
import static dev.parley.platform.Columns.utc;
import static java.util.stream.Collectors.toSet;

import dev.parley.channel.Address;
import dev.parley.channel.ConversationControl.Party;
import dev.parley.conversation.ConversationLookup.Incoming;
import dev.parley.conversation.Message.Author;
import dev.parley.conversation.Message.Kind;
import dev.parley.conversation.Message.Note;
import dev.parley.conversation.Message.Status;
import dev.parley.conversation.SendConfirmations.Echo;
import dev.parley.identity.UserId;
import dev.parley.platform.ColumnArrays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The messages of both sides, in PostgreSQL.
@Repository
public class Messages {
    private static final String COLUMNS =
            """
            select id, conversation_id, channel_message_id, author, agent_id, kind, text, content, note, reply_to,
                   sent_at, status, cause, reaction, edits, version, erased_at, request_key, recovered,
                   written_with, written_with_app
              from message
            """;

    private static final String NEWEST_FIRST =
            COLUMNS
                    + """
                     where conversation_id = :conversation
                       and (:before::timestamptz is null
                            or (sent_at, id) < (:before::timestamptz, :beforeId::uuid))
                     order by sent_at desc, id desc
                     limit :limit
                    """;

    private static final String NEWEST_FROM =
            COLUMNS
                    + """
                     where conversation_id = :conversation
                       and (sent_at, id) >= (:from::timestamptz, :fromId::uuid)
                     order by sent_at desc, id desc
                     limit :limit
                    """;

    private static final String OLDEST_FIRST =
            COLUMNS
                    + """
                     where conversation_id = :conversation
                       and (:after::timestamptz is null
                            or (sent_at, id) > (:after::timestamptz, :afterId::uuid))
                     order by sent_at, id
                     limit :limit
                    """;

    private static final String WRITTEN_BEFORE =
            COLUMNS
                    + """
                     where conversation_id = :conversation and starts_with(request_key, :key)
                     order by sent_at, id
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

    /// A late response does not undo a delivery that the channel already confirmed.
    private static final String MOVE =
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

    /// One look-up for each echo.
    private static final String ECHOED =
            """
            select echo.place, found.*
              from unnest(:channels::text[], :endpoints::text[], :channelMessageIds::text[])
                   with ordinality
                   as echo (channel, endpoint, channel_message_id, place)
             cross join lateral (
            """
                    + COLUMNS
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
                    + COLUMNS
                    + """
                     where message.id = echo.id
                       and exists (select 1 from conversation
                                    where conversation.id = message.conversation_id
                                      and conversation.channel = echo.channel
                                      and conversation.endpoint = echo.endpoint
                                      and conversation.person = echo.person)) found
                    """;

    /// Messages of Parley that may have been delivered without confirmation.
    private static final String LOST =
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

    private static final String RECOVERED = "update message set recovered = true where id = :id";

    /// Locked in one order, as above.
    private static final String BEGIN =
            """
            with begun as (
                select id from message where id = any (:ids) order by id for update
            )
            update message set status = :status, cause = null
              from begun
             where message.id = begun.id and status not in ('SENT', 'DELIVERED', 'READ')
            """;

    private static final String STORED =
            """
            select channel, endpoint, channel_message_id
              from unnest(:channels::text[], :endpoints::text[], :channelMessageIds::text[])
                   as given (channel, endpoint, channel_message_id)
              join message using (channel, endpoint, channel_message_id)
            """;

    private final JdbcClient jdbc;

    Messages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Message> byId(MessageId id) {
        return jdbc.sql(COLUMNS + " where id = :id")
                .param("id", id.value())
                .query(Messages::fromRow)
                .optional();
    }

    public List<Message> byIds(Collection<MessageId> ids) {
        return jdbc.sql(COLUMNS + " where id = any (:ids)")
                .param("ids", ids.stream().map(MessageId::value).toArray(UUID[]::new))
                .query(Messages::fromRow)
                .list();
    }

    /// {@return the page of the timeline that ends before this place, oldest first}
    public List<Message> before(ConversationId conversation, @Nullable Place place, int limit) {
        return jdbc.sql(NEWEST_FIRST)
                .param("conversation", conversation.value())
                .param("before", place == null ? null : utc(place.sentAt()))
                .param("beforeId", place == null ? null : place.id())
                .param("limit", limit)
                .query(Messages::fromRow)
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
                .query(Messages::fromRow)
                .list();
    }

    /// {@return the timeline from this place on, oldest first; at most the newest `limit` entries}
    public List<Message> from(ConversationId conversation, Place place, int limit) {
        return jdbc.sql(NEWEST_FROM)
                .param("conversation", conversation.value())
                .param("from", utc(place.sentAt()))
                .param("fromId", place.id())
                .param("limit", limit)
                .query(Messages::fromRow)
                .list()
                .reversed();
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
                        COLUMNS
                                + " where channel = :channel and endpoint = :endpoint and channel_message_id = any (:channelMessageIds)")
                .param("channel", address.channel().name())
                .param("endpoint", address.endpoint())
                .param("channelMessageIds", channelMessageIds.toArray(String[]::new))
                .query(Messages::fromRow)
                .list();
    }

    /// Stores the delivery state of a sent message. A late response does not undo a delivery that
    /// the channel already confirmed.
    ///
    /// @param cause why it failed, as a stable code
    public void moved(
            MessageId id,
            Status status,
            @Nullable String channelMessageId,
            @Nullable String cause) {
        jdbc.sql(MOVE)
                .param("id", id.value())
                .param("status", status.name())
                .param("channelMessageId", channelMessageId)
                .param("cause", cause)
                .update();
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

    /// {@return the oldest message of Parley to this person that has the same text, was written
    /// before, and may or may not have been delivered}
    Optional<MessageId> findUnconfirmed(Address to, @Nullable String text, Instant arrived) {
        return jdbc.sql(LOST)
                .param("channel", to.channel().name())
                .param("endpoint", to.endpoint())
                .param("person", to.person())
                .param("text", text)
                .param("at", utc(arrived.plusSeconds(2)))
                .query((row, _) -> new MessageId(row.getObject(1, UUID.class)))
                .optional();
    }

    /// Marks this message as one that was not delivered, but retrieved afterwards.
    void recovered(MessageId id) {
        jdbc.sql(RECOVERED).param("id", id.value()).update();
    }

    /// Stores this status for messages of Parley that are not yet known to be sent.
    public void setStatus(List<MessageId> ids, Status status) {
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
                        found.put(echoes.get(row.getInt("place") - 1), fromRow(row, index)))
                .list();
        return found;
    }

    /// {@return those of these messages that are already stored, in any conversation}
    Set<Incoming> stored(List<Incoming> incoming) {
        var found =
                new ColumnArrays<>(incoming)
                        .texts("channels", one -> one.from().channel().name())
                        .texts("endpoints", one -> one.from().endpoint())
                        .texts("channelMessageIds", one -> one.message().channelMessageId())
                        .in(jdbc.sql(STORED))
                        .query((row, _) ->
                                List.of(
                                        row.getString("channel"),
                                        row.getString("endpoint"),
                                        row.getString("channel_message_id")))
                        .set();
        return incoming.stream()
                .filter(one ->
                        one.message().channelMessageId() != null && found.contains(nameOf(one)))
                .collect(toSet());
    }

    private static List<@Nullable String> nameOf(Incoming one) {
        return Arrays.asList(
                one.from().channel().name(),
                one.from().endpoint(),
                one.message().channelMessageId());
    }

    List<Message> byRequestKey(ConversationId conversation, String requestKey) {
        return jdbc.sql(WRITTEN_BEFORE)
                .param("conversation", conversation.value())
                .param("key", requestKey + "#")
                .query(Messages::fromRow)
                .list();
    }

    private static Message fromRow(ResultSet row, int index) throws SQLException {
        var agent = row.getObject("agent_id", UUID.class);
        var note = row.getString("note");
        var erasedAt = instantOrNull(row, "erased_at");
        return new Message(
                new MessageId(row.getObject("id", UUID.class)),
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                row.getString("channel_message_id"),
                Author.valueOf(row.getString("author")),
                agent == null ? null : new UserId(agent),
                Kind.valueOf(row.getString("kind")),
                ContentJson.fromJson(row.getString("content"), row.getString("text")),
                note == null ? null : Note.valueOf(note),
                row.getString("reply_to"),
                instant(row, "sent_at"),
                Status.valueOf(row.getString("status")),
                row.getString("cause"),
                row.getString("reaction"),
                ContentJson.edits(row.getString("edits")),
                row.getInt("version"),
                erasedAt,
                withoutPart(row.getString("request_key")),
                row.getBoolean("recovered"),
                by(row));
    }

    private static @Nullable Party by(ResultSet row) throws SQLException {
        var kind = row.getString("written_with");
        return kind == null
                ? null
                : new Party(Party.Kind.valueOf(kind), row.getString("written_with_app"));
    }

    /// A long text becomes several messages, each with the key of its request and a number.
    private static @Nullable String withoutPart(@Nullable String key) {
        return key == null ? null : key.substring(0, key.lastIndexOf('#'));
    }

    /// A position in a timeline.
    public record Place(Instant sentAt, UUID id) {}
}
