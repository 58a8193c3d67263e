package dev.parley.conversation;

import static dev.parley.platform.Columns.instant;
import static dev.parley.platform.Columns.instantOrNull;
import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.toSet;

import dev.parley.channel.Address;
import dev.parley.channel.Content;
import dev.parley.channel.ThreadControl.Party;
import dev.parley.conversation.Conversation.Open;
import dev.parley.conversation.ConversationLookup.Incoming;
import dev.parley.conversation.Message.Author;
import dev.parley.conversation.Message.Kind;
import dev.parley.conversation.Message.Note;
import dev.parley.conversation.Message.Status;
import dev.parley.identity.UserId;
import dev.parley.platform.ColumnArrays;
import dev.parley.platform.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The messages of both sides, in PostgreSQL.
@Repository
public class Messages {
    /// Adds messages and updates their conversations, in one statement. A message that is already
    /// stored adds nothing and changes nothing. A conversation is in the same state after each of
    /// its messages; its deadline moves later only when it is reached, so that a message changes
    /// nothing that is indexed.
    private static final String ADD =
            """
            with given as (
                select *
                  from unnest(:ids::uuid[], :conversations::uuid[], :channels::text[],
                              :endpoints::text[], :mids::text[], :authors::text[], :agents::uuid[],
                              :kinds::text[], :texts::text[], :contents::text[], :replyTos::text[],
                              :sentAts::timestamptz[], :channelAts::timestamptz[],
                              :statuses::text[], :writtenWiths::text[], :writtenWithApps::text[],
                              :requestKeys::text[], :previews::text[], :listed::boolean[],
                              :unread::boolean[], :acts::boolean[], :states::text[],
                              :holders::uuid[], :sinces::timestamptz[], :closeAts::timestamptz[])
                       with ordinality
                       as given (id, conversation_id, channel, endpoint, mid, author, agent_id,
                                 kind, text, content, reply_to, sent_at, channel_at, status,
                                 written_with, written_with_app, request_key, preview, listed,
                                 unread, act, state, holder, since, close_at, place)
            ), added as (
                insert into message (id, conversation_id, channel, endpoint, mid, author, agent_id,
                                     kind, text, content, reply_to, sent_at, channel_at, status,
                                     written_with, written_with_app, request_key)
                select id, conversation_id, channel, endpoint, mid, author, agent_id, kind, text,
                       content::jsonb, reply_to, sent_at, channel_at, status, written_with,
                       written_with_app, request_key
                  from given
                 order by place
                on conflict do nothing
                returning id
            ), change as (
                select conversation_id,
                       max(place) as last,
                       (array_agg(place order by sent_at desc, place desc)
                            filter (where listed))[1] as newest,
                       bool_or(unread and author = 'CUSTOMER') as direct,
                       count(*) filter (where unread) as unread,
                       max(sent_at) filter (where act) as act
                  from added
                  join given using (id)
                 group by conversation_id
            ), changed as (
                update conversation c
                   set last_message_at = greatest(c.last_message_at, newest.sent_at),
                       preview = case when newest.sent_at >= c.last_message_at
                                      then newest.preview else c.preview end,
                       preview_kind = case when newest.sent_at >= c.last_message_at
                                           then newest.kind else c.preview_kind end,
                       preview_author = case when newest.sent_at >= c.last_message_at
                                             then newest.author else c.preview_author end,
                       preview_inbound = case when newest.sent_at >= c.last_message_at
                                              then newest.author = 'CUSTOMER'
                                              else c.preview_inbound end,
                       thread_owner = case when change.direct and c.thread_owner <> 'US'
                                           then null else c.thread_owner end,
                       unread = c.unread + change.unread,
                       last_customer_act_at = greatest(c.last_customer_act_at, change.act),
                       active_at = :now,
                       state = last.state, agent_id = last.holder, since = last.since,
                       close_at = case when c.state = last.state
                                       then least(c.close_at, last.close_at)
                                       else last.close_at end,
                       closing = c.closing and last.state = 'WRAP_UP'
                  from change
                  join given last on last.place = change.last
                  left join given newest on newest.place = change.newest
                 where c.id = change.conversation_id
            )
            select id from added
            """;

    private static final String TELL =
            """
            insert into message (id, conversation_id, channel, endpoint, author, agent_id, kind, note,
                                 content, sent_at, status)
            values (:id, :conversation, :channel, :endpoint, 'SYSTEM', :agent, :kind, :note,
                    :content::jsonb, :now, 'READ')
            """;

    private static final String TELL_OPENED =
            """
            insert into message (id, conversation_id, channel, endpoint, author, kind, note, sent_at,
                                 status)
            select id, conversation, channel, endpoint, 'SYSTEM', 'SYSTEM', 'OPENED', sent_at, 'READ'
              from unnest(:ids::uuid[], :conversations::uuid[], :channels::text[],
                          :endpoints::text[], :sentAts::timestamptz[])
                   as given (id, conversation, channel, endpoint, sent_at)
            """;

    private static final String STORED =
            """
            select channel, endpoint, mid
              from unnest(:channels::text[], :endpoints::text[], :mids::text[])
                   as given (channel, endpoint, mid)
              join message using (channel, endpoint, mid)
            """;

    private static final String COLUMNS =
            """
            select id, conversation_id, mid, author, agent_id, kind, text, content, note, reply_to,
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
                   mid = coalesce(mid, :mid),
                   channel_at = coalesce(:channelAt, channel_at)
             where id = :id
            """;

    /// Messages of Parley that may have been delivered without confirmation.
    private static final String LOST =
            """
            select m.id
              from message m
              join conversation c on c.id = m.conversation_id
             where c.channel = :channel and c.endpoint = :endpoint and c.person = :person
               and m.status in ('SENDING', 'UNKNOWN') and m.mid is null
               and m.text is not distinct from :text and m.sent_at <= :at
             order by m.sent_at
             limit 1
            """;

    private static final String RECOVERED = "update message set recovered = true where id = :id";

    private static final String BEGIN =
            """
            update message set status = :status, cause = null
             where id = any (:ids) and status not in ('SENT', 'DELIVERED', 'READ')
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

    /// {@return the page of the timeline that ends before this place, oldest first}
    public List<Message> before(ConversationId conversation, @Nullable Place place, int limit) {
        return jdbc.sql(NEWEST_FIRST)
                .param("conversation", conversation.value())
                .param("before", place == null ? null : place.sentAt().atOffset(UTC))
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
                .param("after", place == null ? null : place.sentAt().atOffset(UTC))
                .param("afterId", place == null ? null : place.id())
                .param("limit", limit)
                .query(Messages::fromRow)
                .list();
    }

    /// {@return the timeline from this place on, oldest first; at most the newest `limit` entries}
    public List<Message> from(ConversationId conversation, Place place, int limit) {
        return jdbc.sql(NEWEST_FROM)
                .param("conversation", conversation.value())
                .param("from", place.sentAt().atOffset(UTC))
                .param("fromId", place.id())
                .param("limit", limit)
                .query(Messages::fromRow)
                .list()
                .reversed();
    }

    /// {@return the apps that controlled this conversation's thread}
    public List<String> appsIn(ConversationId conversation) {
        return jdbc.sql(APPS)
                .param("conversation", conversation.value())
                .query((row, _) -> row.getString("app"))
                .list();
    }

    /// {@return the messages with these mids that are stored for this endpoint}
    public List<Message> byMids(Address address, List<String> mids) {
        if (mids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        COLUMNS
                                + " where channel = :channel and endpoint = :endpoint and mid = any (:mids)")
                .param("channel", address.channel().name())
                .param("endpoint", address.endpoint())
                .param("mids", mids.toArray(String[]::new))
                .query(Messages::fromRow)
                .list();
    }

    /// Stores the delivery state of a sent message. A late response does not undo a delivery that
    /// the channel already confirmed.
    ///
    /// @param cause why it failed, as a stable code
    public void moved(MessageId id, Status status, @Nullable String mid, @Nullable String cause) {
        moved(id, status, mid, null, cause);
    }

    /// {@return the oldest message of Parley to this person that has the same text, was written
    /// before, and may or may not have been delivered}
    Optional<MessageId> findUnconfirmed(Address to, @Nullable String text, Instant arrived) {
        return jdbc.sql(LOST)
                .param("channel", to.channel().name())
                .param("endpoint", to.endpoint())
                .param("person", to.person())
                .param("text", text)
                .param("at", arrived.plusSeconds(2).atOffset(UTC))
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

    void moved(
            MessageId id,
            Status status,
            @Nullable String mid,
            @Nullable Instant channelAt,
            @Nullable String cause) {
        jdbc.sql(MOVE)
                .param("id", id.value())
                .param("status", status.name())
                .param("mid", mid)
                .param("channelAt", channelAt == null ? null : channelAt.atOffset(UTC))
                .param("cause", cause)
                .update();
    }

    /// Adds this message to its conversation; {@return false if it was already stored}
    boolean add(Addition addition, Instant now) {
        return !addAll(List.of(addition), now).isEmpty();
    }

    /// Adds these messages to their conversations, in this order. {@return those that were not yet
    /// stored}
    Set<MessageId> addAll(List<Addition> all, Instant now) {
        return Set.copyOf(
                new ColumnArrays<>(all)
                        .uuids("ids", one -> one.message().id().value())
                        .uuids("conversations", one -> one.after().id().value())
                        .texts("channels", one -> one.after().talk().address().channel().name())
                        .texts("endpoints", one -> one.after().talk().address().endpoint())
                        .texts("mids", one -> one.message().mid())
                        .texts("authors", one -> one.message().author().name())
                        .uuids("agents", one -> value(one.message().agent()))
                        .texts("kinds", one -> one.message().kind().name())
                        .texts("texts", one -> one.message().content().text())
                        .texts("contents", one -> ContentJson.toJson(one.message().content()))
                        .texts("replyTos", one -> one.message().replyTo())
                        .times("sentAts", one -> one.message().sentAt())
                        .times("channelAts", one -> one.message().channelAt())
                        .texts("statuses", one -> one.message().status().name())
                        .texts("writtenWiths", one -> kind(one.message().by()))
                        .texts("writtenWithApps", one -> app(one.message().by()))
                        .texts("requestKeys", one -> one.message().requestKey())
                        .texts("previews", one -> MessagePreview.of(one.message().content()))
                        .flags("listed", one -> one.message().effect().listed())
                        .flags("unread", one -> one.message().effect().unread())
                        .flags("acts", one -> one.message().effect().opensReplyWindow())
                        .texts("states", one -> one.after().state().name())
                        .uuids("holders", one -> value(one.after().agent()))
                        .times("sinces", one -> one.after().since())
                        .times("closeAts", Addition::closeAt)
                        .in(jdbc.sql(ADD))
                        .param("now", now.atOffset(UTC))
                        .query((row, _) -> new MessageId(row.getObject("id", UUID.class)))
                        .list());
    }

    /// Adds the line that shows that each of these was opened, above the message that opened it.
    void addOpened(List<Open> opened) {
        new ColumnArrays<>(opened)
                .uuids("ids", _ -> Ids.next())
                .uuids("conversations", one -> one.id().value())
                .texts("channels", one -> one.talk().address().channel().name())
                .texts("endpoints", one -> one.talk().address().endpoint())
                .times("sentAts", one -> one.talk().openedAt().minusMillis(2))
                .in(jdbc.sql(TELL_OPENED))
                .update();
    }

    /// {@return those of these messages that are already stored, in any conversation}
    Set<Incoming> stored(List<Incoming> incoming) {
        var found =
                new ColumnArrays<>(incoming)
                        .texts("channels", one -> one.from().channel().name())
                        .texts("endpoints", one -> one.from().endpoint())
                        .texts("mids", one -> one.message().mid())
                        .in(jdbc.sql(STORED))
                        .query((row, _) ->
                                List.of(
                                        row.getString("channel"),
                                        row.getString("endpoint"),
                                        row.getString("mid")))
                        .set();
        return incoming.stream()
                .filter(one -> one.message().mid() != null && found.contains(nameOf(one)))
                .collect(toSet());
    }

    private static List<@Nullable String> nameOf(Incoming one) {
        return Arrays.asList(
                one.from().channel().name(), one.from().endpoint(), one.message().mid());
    }

    /// Adds a system line.
    void addNote(Conversation conversation, Note note, @Nullable UserId agent, Instant now) {
        addNote(conversation, note, agent, null, now);
    }

    /// Adds a system line that has content besides its note.
    void addNote(
            Conversation conversation,
            Note note,
            @Nullable UserId agent,
            @Nullable Content content,
            Instant now) {
        jdbc.sql(TELL)
                .param("id", Ids.next())
                .param("conversation", conversation.id().value())
                .param("channel", conversation.talk().address().channel().name())
                .param("endpoint", conversation.talk().address().endpoint())
                .param("agent", agent == null ? null : agent.value())
                .param("note", note.name())
                .param("kind", (note == Note.HANDOVER ? Kind.HANDOVER : Kind.SYSTEM).name())
                .param("content", content == null ? null : ContentJson.toStored(content))
                .param("now", now.atOffset(UTC))
                .update();
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
                row.getString("mid"),
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

    private static @Nullable UUID value(@Nullable UserId user) {
        return user == null ? null : user.value();
    }

    private static @Nullable String kind(@Nullable Party by) {
        return by == null ? null : by.kind().name();
    }

    private static @Nullable String app(@Nullable Party by) {
        return by == null ? null : by.app();
    }

    /// A message that is added to its conversation.
    ///
    /// @param after the conversation as it is with the message in it
    /// @param closeAt when it closes automatically; null for a closed conversation
    record Addition(NewMessage message, Conversation after, @Nullable Instant closeAt) {}

    /// A position in a timeline.
    public record Place(Instant sentAt, UUID id) {}
}
