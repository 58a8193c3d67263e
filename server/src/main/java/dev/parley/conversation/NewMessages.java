package dev.parley.conversation;

import static dev.parley.platform.Columns.utc;
import static java.util.stream.Collectors.toSet;

import dev.parley.channel.Content;
import dev.parley.channel.ConversationControl.Party;
import dev.parley.conversation.Conversation.Open;
import dev.parley.conversation.Message.Kind;
import dev.parley.conversation.Message.Note;
import dev.parley.identity.UserId;
import dev.parley.platform.ColumnArrays;
import dev.parley.platform.Ids;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Adds messages and system lines to conversations, in PostgreSQL.
@Repository
class NewMessages {
    /// Adds messages and updates their conversations, in one statement. A message that is already
    /// stored adds nothing and changes nothing. A conversation is in the same state after each of
    /// its messages; its deadline moves later only when it is reached, so that a message changes
    /// nothing that is indexed. A direct message from the customer ends the control of another app.
    private static final String ADD =
            """
            with given as (
                select *
                  from unnest(:ids::uuid[], :conversations::uuid[], :channels::text[],
                              :endpoints::text[], :channelMessageIds::text[], :authors::text[], :agents::uuid[],
                              :kinds::text[], :texts::text[], :contents::text[], :replyTos::text[],
                              :sentAts::timestamptz[], :channelAts::timestamptz[],
                              :statuses::text[], :writtenWiths::text[], :writtenWithApps::text[],
                              :requestKeys::text[], :previews::text[], :listed::boolean[],
                              :unread::boolean[], :acts::boolean[], :states::text[],
                              :holders::uuid[], :sinces::timestamptz[], :closeAts::timestamptz[])
                       with ordinality
                       as given (id, conversation_id, channel, endpoint, channel_message_id, author, agent_id,
                                 kind, text, content, reply_to, sent_at, channel_at, status,
                                 written_with, written_with_app, request_key, preview, listed,
                                 unread, act, state, holder, since, close_at, place)
            ), added as (
                insert into message (id, conversation_id, channel, endpoint, channel_message_id, author, agent_id,
                                     kind, text, content, reply_to, sent_at, channel_at, status,
                                     written_with, written_with_app, request_key)
                select id, conversation_id, channel, endpoint, channel_message_id, author, agent_id, kind, text,
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
                       bool_or(listed and author not in ('CUSTOMER', 'SYSTEM')) as answered,
                       min(sent_at) filter (where listed and author = 'CUSTOMER') as asked,
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
                       controlled_by = case when change.direct and c.controlled_by <> 'PARLEY'
                                           then null else c.controlled_by end,
                       unread = c.unread + change.unread,
                       waiting_since = case
                           when newest.author is null or newest.sent_at < c.last_message_at
                               then c.waiting_since
                           when newest.author not in ('CUSTOMER', 'SYSTEM')
                               then case when newest.sent_at < c.waiting_since
                                         then c.waiting_since end
                           when change.answered then newest.sent_at
                           when c.state in ('OPEN', 'ACTIVE')
                               then coalesce(c.waiting_since, change.asked)
                           else change.asked end,
                       silent_since = case
                           when newest.author is null then c.silent_since
                           when newest.author not in ('CUSTOMER', 'SYSTEM')
                                and newest.sent_at < c.waiting_since then c.silent_since
                           when newest.author = 'CUSTOMER' and c.waiting_since is not null
                                and not change.answered and c.state in ('OPEN', 'ACTIVE')
                               then c.silent_since
                           when newest.sent_at < c.last_message_at and change.asked is null
                               then c.silent_since
                           else :now end,
                       last_customer_act_at = greatest(c.last_customer_act_at, change.act),
                       active_at = :now,
                       state = last.state, agent_id = last.holder, since = last.since,
                       close_at = case when c.state = last.state
                                       then least(c.close_at, last.close_at)
                                       else last.close_at end,
                       closing = c.closing and last.state = 'WRAP_UP',
                       snoozed_until = case when last.state = 'WAITING' then c.snoozed_until end
                  from change
                  join given last on last.place = change.last
                  left join given newest on newest.place = change.newest
                 where c.id = change.conversation_id
            )
            select id from added
            """;

    private static final String ADD_NOTE =
            """
            insert into message (id, conversation_id, channel, endpoint, author, agent_id, kind, note,
                                 content, sent_at, status)
            values (:id, :conversation, :channel, :endpoint, 'SYSTEM', :agent, :kind, :note,
                    :content::jsonb, :now, 'READ')
            """;

    private static final String ADD_OPENED =
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
            select channel, endpoint, channel_message_id
              from unnest(:channels::text[], :endpoints::text[], :channelMessageIds::text[])
                   as given (channel, endpoint, channel_message_id)
              join message using (channel, endpoint, channel_message_id)
            """;

    private final JdbcClient jdbc;

    NewMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Adds these messages to their conversations, in this order. {@return those that were not yet
    /// stored}
    ///
    /// @param closeAt when a conversation closes automatically; null for a closed one
    Set<MessageId> add(
            List<Addition> all, Function<Conversation, @Nullable Instant> closeAt, Instant now) {
        return Set.copyOf(
                new ColumnArrays<>(all)
                        .uuids("ids", one -> one.message().id().value())
                        .uuids("conversations", one -> one.after().id().value())
                        .texts("channels", one -> one.after().details().address().channel().name())
                        .texts("endpoints", one -> one.after().details().address().endpoint())
                        .texts("channelMessageIds", one -> one.message().channelMessageId())
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
                        .times("closeAts", one -> closeAt.apply(one.after()))
                        .in(jdbc.sql(ADD))
                        .param("now", utc(now))
                        .query((row, _) -> new MessageId(row.getObject("id", UUID.class)))
                        .list());
    }

    /// Adds the line that shows that each of these was opened, above the message that opened it.
    void addOpened(List<Open> opened) {
        new ColumnArrays<>(opened)
                .uuids("ids", _ -> Ids.next())
                .uuids("conversations", one -> one.id().value())
                .texts("channels", one -> one.details().address().channel().name())
                .texts("endpoints", one -> one.details().address().endpoint())
                .times("sentAts", one -> one.details().openedAt().minusMillis(2))
                .in(jdbc.sql(ADD_OPENED))
                .update();
    }

    /// Adds a system line.
    ///
    /// @param content what it says besides its note
    void addNote(
            Conversation conversation,
            Note note,
            @Nullable UserId agent,
            @Nullable Content content,
            Instant now) {
        jdbc.sql(ADD_NOTE)
                .param("id", Ids.next())
                .param("conversation", conversation.id().value())
                .param("channel", conversation.details().address().channel().name())
                .param("endpoint", conversation.details().address().endpoint())
                .param("agent", agent == null ? null : agent.value())
                .param("note", note.name())
                .param("kind", (note == Note.HANDOVER ? Kind.HANDOVER : Kind.SYSTEM).name())
                .param("content", content == null ? null : ContentJson.toStored(content))
                .param("now", utc(now))
                .update();
    }

    /// {@return those of these messages that are already stored, in any conversation}
    Set<InboundMessage> stored(List<InboundMessage> all) {
        var found =
                new ColumnArrays<>(all)
                        .texts("channels", one -> one.with().channel().name())
                        .texts("endpoints", one -> one.with().endpoint())
                        .texts("channelMessageIds", one -> one.message().channelMessageId())
                        .in(jdbc.sql(STORED))
                        .query((row, _) ->
                                List.of(
                                        row.getString("channel"),
                                        row.getString("endpoint"),
                                        row.getString("channel_message_id")))
                        .set();
        return all.stream()
                .filter(one ->
                        one.message().channelMessageId() != null && found.contains(nameOf(one)))
                .collect(toSet());
    }

    private static List<@Nullable String> nameOf(InboundMessage one) {
        return Arrays.asList(
                one.with().channel().name(),
                one.with().endpoint(),
                one.message().channelMessageId());
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
    record Addition(NewMessage message, Conversation after) {}
}
