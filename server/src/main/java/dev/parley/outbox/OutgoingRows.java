package dev.parley.outbox;

import static java.time.ZoneOffset.UTC;

import dev.parley.channel.ChannelKind;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.ReplyWritten;
import dev.parley.outbox.Outgoing.State;
import dev.parley.platform.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What is owed, in PostgreSQL.
@Repository
class OutgoingRows {
    private static final String ADD =
            """
            insert into outgoing (message_id, conversation_id, channel, page, state, due_at)
            values (:message, :conversation, :channel, :page, 'QUEUED', :now)
            on conflict (message_id) do nothing
            """;

    /// The first of each conversation that is due, unless its page must rest. A row that was being
    /// sent and has come due again was left behind by somebody who died.
    private static final String CLAIM =
            """
            with due as (
                select o.message_id, o.state
                  from outgoing o
                 where o.due_at <= :now
                   and not exists (select 1 from outgoing earlier
                                    where earlier.conversation_id = o.conversation_id
                                      and earlier.place < o.place)
                   and not exists (select 1 from page_pause p
                                    where p.channel = o.channel and p.page = o.page
                                      and p.until > :now and o.state = 'QUEUED')
                 order by o.due_at
                 limit 1
                   for update of o skip locked
            )
            update outgoing o
               set state = case when due.state = 'QUEUED' then 'SENDING' else 'UNKNOWN' end,
                   attempts = case when due.state = 'QUEUED' then o.attempts + 1
                                   else o.attempts end,
                   attempted_at = case when due.state = 'QUEUED' then :now
                                       else o.attempted_at end,
                   attempt_id = :attempt, due_at = :lease
              from due
             where o.message_id = due.message_id
            returning o.message_id, o.conversation_id, o.state, o.attempts, o.attempt_id,
                      o.attempted_at
            """;

    private static final String COME_BACK =
            """
            update outgoing set state = :state, due_at = :at, attempts = attempts - :uncounted
             where message_id = :message and attempt_id = :attempt
            """;

    private static final String PAUSE =
            """
            insert into page_pause (channel, page, until, cause)
            select channel, page, :until, :cause from outgoing where message_id = :message
            on conflict (channel, page) do update
               set until = greatest(page_pause.until, excluded.until), cause = excluded.cause
            """;

    private final JdbcClient jdbc;

    OutgoingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ReplyWritten reply, Instant now) {
        jdbc.sql(ADD)
                .param("message", reply.id().value())
                .param("conversation", reply.conversation().value())
                .param("channel", reply.to().channel().name())
                .param("page", reply.to().page())
                .param("now", now.atOffset(UTC))
                .update();
    }

    Optional<Outgoing> claim(Instant now, Instant lease) {
        return jdbc.sql(CLAIM)
                .param("now", now.atOffset(UTC))
                .param("lease", lease.atOffset(UTC))
                .param("attempt", Ids.next())
                .query((row, _) -> fromRow(row))
                .optional();
    }

    /// {@return whether this attempt was still the latest}
    boolean comeBack(Outgoing outgoing, State state, Instant at) {
        return comeBack(outgoing, state, at, 0);
    }

    /// The attempt failed for no fault of the message's, and does not count.
    boolean comeBackUncounted(Outgoing outgoing, Instant at) {
        return comeBack(outgoing, State.QUEUED, at, 1);
    }

    private boolean comeBack(Outgoing outgoing, State state, Instant at, int uncounted) {
        return jdbc.sql(COME_BACK)
                        .param("message", outgoing.message().value())
                        .param("attempt", outgoing.attempt())
                        .param("state", state.name())
                        .param("at", at.atOffset(UTC))
                        .param("uncounted", uncounted)
                        .update()
                == 1;
    }

    /// {@return whether this attempt was still the latest}
    boolean settle(Outgoing outgoing) {
        return jdbc.sql(
                                """
                                delete from outgoing
                                 where message_id = :message and attempt_id = :attempt
                                """)
                        .param("message", outgoing.message().value())
                        .param("attempt", outgoing.attempt())
                        .update()
                == 1;
    }

    void settle(MessageId message) {
        jdbc.sql("delete from outgoing where message_id = :message")
                .param("message", message.value())
                .update();
    }

    void pausePageOf(Outgoing outgoing, Instant until, String cause) {
        jdbc.sql(PAUSE)
                .param("message", outgoing.message().value())
                .param("until", until.atOffset(UTC))
                .param("cause", cause)
                .update();
    }

    /// Whatever waited may be tried again, at once.
    void resume(ChannelKind channel, Instant now) {
        jdbc.sql("delete from page_pause where channel = :channel")
                .param("channel", channel.name())
                .update();
        jdbc.sql(
                        """
                        update outgoing set due_at = :now
                         where channel = :channel and state = 'QUEUED' and due_at > :now
                        """)
                .param("channel", channel.name())
                .param("now", now.atOffset(UTC))
                .update();
    }

    private static Outgoing fromRow(ResultSet row) throws SQLException {
        var attempted = row.getObject("attempted_at", OffsetDateTime.class);
        return new Outgoing(
                new MessageId(row.getObject("message_id", UUID.class)),
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getObject("attempt_id", UUID.class),
                attempted == null ? null : attempted.toInstant());
    }
}
