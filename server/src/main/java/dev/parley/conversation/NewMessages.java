package dev.parley.conversation;

import static java.time.ZoneOffset.UTC;

import dev.parley.channel.Content;
import dev.parley.conversation.Message.Author;
import dev.parley.conversation.Message.Kind;
import dev.parley.conversation.Message.Note;
import dev.parley.identity.UserId;
import dev.parley.platform.Ids;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Adds messages and system lines to conversations, in PostgreSQL.
@Repository
class NewMessages {
    /// Adds a message and updates its conversation, in one statement. A message that is already
    /// stored adds nothing and changes nothing.
    private static final String ADD =
            """
            with added as (
                insert into message (id, conversation_id, channel, endpoint, mid, author, agent_id,
                                     kind, text, content, reply_to, sent_at, channel_at, status,
                                     written_with, written_with_app, request_key)
                values (:id, :conversation, :channel, :endpoint, :mid, :author, :agent,
                        :kind, :text, :content::jsonb, :replyTo, :sentAt, :channelAt, :status,
                        :writtenWith, :writtenWithApp, :requestKey)
                on conflict do nothing
                returning sent_at
            )
            update conversation c
               set last_message_at = case when :listed
                                          then greatest(c.last_message_at, added.sent_at)
                                          else c.last_message_at end,
                   preview = case when :listed and added.sent_at >= c.last_message_at
                                  then :preview else c.preview end,
                   preview_kind = case when :listed and added.sent_at >= c.last_message_at
                                       then :kind else c.preview_kind end,
                   preview_author = case when :listed and added.sent_at >= c.last_message_at
                                         then :author else c.preview_author end,
                   preview_inbound = case when :listed and added.sent_at >= c.last_message_at
                                          then :inbound else c.preview_inbound end,
                   thread_owner = case when :direct and c.thread_owner <> 'US'
                                       then null else c.thread_owner end,
                   unread = c.unread + :unread,
                   last_customer_act_at = greatest(c.last_customer_act_at, :act),
                   state = :state, agent_id = :holder, since = :since, close_at = :closeAt,
                   closing = c.closing and :state = 'WRAP_UP'
              from added
             where c.id = :conversation
            """;

    private static final String ADD_NOTE =
            """
            insert into message (id, conversation_id, channel, endpoint, author, agent_id, kind, note,
                                 content, sent_at, status)
            values (:id, :conversation, :channel, :endpoint, 'SYSTEM', :agent, :kind, :note,
                    :content::jsonb, :now, 'READ')
            """;

    private final JdbcClient jdbc;

    NewMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Adds this message to its conversation; {@return false if it was already stored}
    ///
    /// @param after the conversation as it is with the message in it
    /// @param closeAt when it closes automatically; null for a closed conversation
    boolean add(NewMessage message, Conversation after, @Nullable Instant closeAt) {
        var inbound = message.author() == Author.CUSTOMER;
        var effect = message.effect();
        var by = message.by();
        return jdbc.sql(ADD)
                        .param("id", message.id().value())
                        .param("conversation", after.id().value())
                        .param("channel", after.talk().address().channel().name())
                        .param("endpoint", after.talk().address().endpoint())
                        .param("mid", message.mid())
                        .param("author", message.author().name())
                        .param("agent", message.agent() == null ? null : message.agent().value())
                        .param("kind", message.kind().name())
                        .param("text", message.content().text())
                        .param("content", ContentJson.toJson(message.content()))
                        .param("replyTo", message.replyTo())
                        .param("sentAt", message.sentAt().atOffset(UTC))
                        .param(
                                "channelAt",
                                message.channelAt() == null
                                        ? null
                                        : message.channelAt().atOffset(UTC))
                        .param("status", message.status().name())
                        .param("writtenWith", by == null ? null : by.kind().name())
                        .param("writtenWithApp", by == null ? null : by.app())
                        .param("requestKey", message.requestKey())
                        .param("preview", MessagePreview.of(message.content()))
                        .param("inbound", inbound)
                        .param("listed", effect.listed())
                        .param("direct", effect.unread() && inbound)
                        .param("unread", effect.unread() ? 1 : 0)
                        .param(
                                "act",
                                effect.opensReplyWindow() ? message.sentAt().atOffset(UTC) : null)
                        .param("state", after.state().name())
                        .param("holder", after.agent() == null ? null : after.agent().value())
                        .param("since", after.since().atOffset(UTC))
                        .param("closeAt", closeAt == null ? null : closeAt.atOffset(UTC))
                        .update()
                == 1;
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
                .param("channel", conversation.talk().address().channel().name())
                .param("endpoint", conversation.talk().address().endpoint())
                .param("agent", agent == null ? null : agent.value())
                .param("note", note.name())
                .param("kind", (note == Note.HANDOVER ? Kind.HANDOVER : Kind.SYSTEM).name())
                .param("content", content == null ? null : ContentJson.toStored(content))
                .param("now", now.atOffset(UTC))
                .update();
    }
}
