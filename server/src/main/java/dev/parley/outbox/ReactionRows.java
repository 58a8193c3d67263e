package dev.parley.outbox;

import static dev.parley.platform.Columns.utc;

import dev.parley.channel.Endpoint;
import dev.parley.channel.Reaction;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Message;
import dev.parley.conversation.MessageId;
import dev.parley.identity.UserId;
import dev.parley.platform.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The company's own reactions, in PostgreSQL: the wanted and the sent one for each message.
@Repository
class ReactionRows {
    /// The next attempt has to wait for a running one, or the older might arrive last.
    private static final String WANT =
            """
            insert into outgoing_reaction (message_id, conversation_id, channel, endpoint, agent_id, wanted,
                                      state, due_at)
            values (:message, :conversation, :channel, :endpoint, :agent, :wanted, 'PENDING', :now)
            on conflict (message_id) do update
               set agent_id = excluded.agent_id, wanted = excluded.wanted, state = 'PENDING',
                   cause = null, attempts = 0,
                   due_at = case when outgoing_reaction.attempt_id is null then excluded.due_at
                                 else outgoing_reaction.due_at end
            """;

    private static final String CLAIM =
            """
            update outgoing_reaction r
               set attempts = attempts + 1, attempt_id = :attempt, due_at = :lease
             where message_id = (select o.message_id
                                   from outgoing_reaction o
                                  where o.due_at <= :now
                                    and (o.channel, o.endpoint) not in (
                                        select * from unnest(:busyChannels::text[],
                                                             :busyEndpoints::text[]))
                                    and not exists (select 1 from send_block t
                                                     where t.channel = o.channel
                                                       and t.endpoint = o.endpoint
                                                       and (t.stopped or t.until > :now))
                                  order by o.due_at
                                  limit 1
                                    for update skip locked)
            returning message_id, channel, endpoint, wanted, attempts, attempt_id
            """;

    /// A requested reaction that changed in the meantime is pending again, whatever the result of
    /// the older one.
    private static final String SETTLE =
            """
            update outgoing_reaction
               set state = case when wanted is not distinct from :asked then :state else 'PENDING' end,
                   cause = case when wanted is not distinct from :asked then :cause end,
                   due_at = case when wanted is not distinct from :asked then null
                                 else :now::timestamptz end,
                   given = case when :state = 'GIVEN' then :asked else given end,
                   attempt_id = null
             where message_id = :message and attempt_id = :attempt
            """;

    private static final String COME_BACK =
            """
            update outgoing_reaction
               set due_at = case when wanted is not distinct from :asked then :at::timestamptz
                                 else :now::timestamptz end,
                   cause = :cause, attempt_id = null
             where message_id = :message and attempt_id = :attempt
            """;

    /// The attempt was not made. If the requested reaction changed in the meantime, its count
    /// restarted at 0.
    private static final String COME_BACK_UNCOUNTED =
            """
            update outgoing_reaction
               set due_at = case when wanted is not distinct from :asked then :at::timestamptz
                                 else :now::timestamptz end,
                   attempts = greatest(attempts - 1, 0), attempt_id = null
             where message_id = :message and attempt_id = :attempt
            """;

    private static final String OF =
            """
            select message_id, wanted, given, state, cause
              from outgoing_reaction
             where message_id = any (:messages)
            """;

    private final JdbcClient jdbc;

    ReactionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void want(
            Message message,
            Conversation conversation,
            @Nullable Reaction wanted,
            UserId by,
            Instant now) {
        var address = conversation.details().address();
        jdbc.sql(WANT)
                .param("message", message.id().value())
                .param("conversation", conversation.id().value())
                .param("channel", address.channel().name())
                .param("endpoint", address.endpoint())
                .param("agent", by.value())
                .param("wanted", name(wanted))
                .param("now", utc(now))
                .update();
    }

    /// @param busy the endpoints with a running task
    Optional<PendingReaction> claim(Set<Endpoint> busy, Instant now, Instant lease) {
        return jdbc.sql(CLAIM)
                .param("busyChannels", EndpointColumns.channels(busy))
                .param("busyEndpoints", EndpointColumns.ids(busy))
                .param("now", utc(now))
                .param("lease", utc(lease))
                .param("attempt", Ids.next())
                .query((row, _) ->
                        new PendingReaction(
                                messageId(row),
                                EndpointColumns.of(row),
                                reaction(row.getString("wanted")),
                                row.getInt("attempts"),
                                row.getObject("attempt_id", UUID.class)))
                .optional();
    }

    void given(PendingReaction pending, Instant now) {
        settle(pending, SentReaction.State.GIVEN, null, now);
    }

    void failed(PendingReaction pending, String cause, Instant now) {
        settle(pending, SentReaction.State.FAILED, cause, now);
    }

    void comeBack(PendingReaction pending, Instant at, String cause, Instant now) {
        about(COME_BACK, pending, now).param("at", utc(at)).param("cause", cause).update();
    }

    void comeBackUncounted(PendingReaction pending, Instant at, Instant now) {
        about(COME_BACK_UNCOUNTED, pending, now).param("at", utc(at)).update();
    }

    List<SentReaction> of(Collection<MessageId> messages) {
        return jdbc.sql(OF)
                .param("messages", messages.stream().map(MessageId::value).toArray(UUID[]::new))
                .query(ReactionRows::fromRow)
                .list();
    }

    void forget(MessageId message) {
        jdbc.sql("delete from outgoing_reaction where message_id = :message")
                .param("message", message.value())
                .update();
    }

    private void settle(
            PendingReaction pending,
            SentReaction.State state,
            @Nullable String cause,
            Instant now) {
        about(SETTLE, pending, now).param("state", state.name()).param("cause", cause).update();
    }

    private JdbcClient.StatementSpec about(String sql, PendingReaction pending, Instant now) {
        return jdbc.sql(sql)
                .param("message", pending.message.value())
                .param("attempt", pending.attempt)
                .param("asked", name(pending.wanted))
                .param("now", utc(now));
    }

    private static SentReaction fromRow(ResultSet row, int index) throws SQLException {
        return new SentReaction(
                messageId(row),
                reaction(row.getString("wanted")),
                reaction(row.getString("given")),
                SentReaction.State.valueOf(row.getString("state")),
                row.getString("cause"));
    }

    private static MessageId messageId(ResultSet row) throws SQLException {
        return new MessageId(row.getObject("message_id", UUID.class));
    }

    private static @Nullable Reaction reaction(@Nullable String name) {
        return name == null ? null : Reaction.valueOf(name);
    }

    private static @Nullable String name(@Nullable Reaction reaction) {
        return reaction == null ? null : reaction.name();
    }

    /// A reaction that is to be sent or removed.
    record PendingReaction(
            MessageId message,
            Endpoint endpoint,
            @Nullable Reaction wanted,
            int attempts,
            UUID attempt) {}
}
