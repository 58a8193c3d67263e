package dev.parley.timeout;

import static dev.parley.platform.Columns.instant;
import static dev.parley.platform.Columns.utc;

import dev.parley.conversation.ConversationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How long nobody has written in active conversations, and which rules that is too long for. Reads
/// tables of `conversation`, `outbox` and `workstream` too: one statement finds what is due. A
/// silence counts from its last message, or from when the agent got the conversation or resumed its
/// rules. Nothing is due before this server has received what channels kept for it until it
/// started.
@Repository
class Silences {
    private static final int MOST_AT_ONCE = 100;
    private static final Duration CATCHING_UP = Duration.ofMinutes(5);

    /// A rule that ran in this silence does not run again in it. A pause ends when the conversation
    /// leaves the agent. A rule about the customer does not run while the company's message has not
    /// reached them, nor one about the agent while the channel does not let them answer.
    private static final String RULES =
            """
            select c.id as conversation_id, r.*, c.silent_since,
                   case when c.waiting_since is null then r.silent = 'CUSTOMER'
                        else r.silent = 'AGENT' and not c.blocked
                             and not coalesce(c.controlled_by not in ('PARLEY', 'NOBODY')
                                              and c.controlled_until > :now, false)
                        end as concerned,
                   coalesce(s.silent_since = c.silent_since and r.id = any (s.ran), false) as ran,
                   coalesce(s.paused_at >= c.since, false) as paused,
                   greatest(silence.since + make_interval(secs => r.after_seconds), :from,
                            case when r.silent = 'CUSTOMER' and s.silent_since = c.silent_since
                                 then s.ran_at + make_interval(
                                          secs => r.after_seconds - s.ran_after_seconds)
                                 end) as due_at,
                   r.silent = 'CUSTOMER'
                       and exists (select 1
                                     from outgoing_message o
                                    where o.conversation_id = c.id) as unsent,
                   r.silent = 'CUSTOMER'
                       and exists (select 1
                                     from message m
                                    where m.conversation_id = c.id
                                      and m.status in ('FAILED', 'UNKNOWN')
                                      and m.author <> 'SYSTEM'
                                      and m.sent_at >= c.silent_since) as not_received
              from conversation c
              left join channel_instance i on i.channel = c.channel and i.endpoint = c.endpoint
              left join time_out_state s on s.conversation_id = c.id
             cross join lateral (
                       select greatest(c.since, c.silent_since, s.resumed_at) as since)
                       silence
              join time_out_rule r
                on r.workstream_id = coalesce(i.workstream_id,
                                              (select id from workstream where is_default))
             where c.state = 'ACTIVE' and c.silent_since is not null and %s
            """;

    private static final String OF_CONVERSATION = RULES.formatted("c.id = :conversation");

    private static final String DUE =
            """
            with shortest as (select min(after_seconds) as seconds from time_out_rule),
            found as (
            """
                    + RULES.formatted(
                            """
                            (select seconds from shortest) is not null
                               and greatest(c.since, c.silent_since)
                                   <= :now - (select make_interval(secs => seconds) from shortest)
                               and c.id <> all (:except)
                            """)
                    + """
                    )
                    select conversation_id
                      from found
                     where concerned and not ran and not paused and due_at <= :now
                       and not unsent and not not_received
                     group by conversation_id
                     order by min(due_at)
                     limit :most
                    """;

    private final JdbcClient jdbc;

    private final Clock clock;

    /// Until then, redeliveries and what is fetched from message histories may end a silence.
    private volatile Instant from;

    Silences(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.from = clock.instant().plus(CATCHING_UP);
    }

    /// Nothing is due for as long as after a start: while the database did not answer, messages
    /// were refused, and channels deliver them again.
    void waitForRedeliveries() {
        from = clock.instant().plus(CATCHING_UP);
    }

    /// {@return conversations in which a rule is due, those first that have been waiting longest}
    ///
    /// @param except are not looked for
    List<ConversationId> due(Instant now, Collection<ConversationId> except) {
        return jdbc.sql(DUE)
                .param("now", utc(now))
                .param("from", utc(from))
                .param("except", except.stream().map(ConversationId::value).toArray(UUID[]::new))
                .param("most", MOST_AT_ONCE)
                .query((row, _) -> new ConversationId(row.getObject(1, UUID.class)))
                .list();
    }

    /// {@return the rules of this conversation's workstream; none if it is not active}
    List<Measured> of(ConversationId conversation, Instant now) {
        return jdbc.sql(OF_CONVERSATION)
                .param("now", utc(now))
                .param("from", utc(from))
                .param("conversation", conversation.value())
                .query((row, _) -> measured(row))
                .list();
    }

    private static Measured measured(ResultSet row) throws SQLException {
        return new Measured(
                TimeOutRows.rule(row),
                instant(row, "silent_since"),
                instant(row, "due_at"),
                row.getBoolean("concerned") && !row.getBoolean("not_received"),
                row.getBoolean("ran"),
                row.getBoolean("paused"),
                row.getBoolean("unsent"));
    }

    /// A rule and the current silence of a conversation.
    ///
    /// @param silentSince which silence it is
    /// @param dueAt when it runs, if nobody writes until then
    /// @param concerned whether it is about the one who is silent now
    /// @param ran whether it ran in this silence
    /// @param paused whether the agent paused all rules
    /// @param unsent whether it waits until a message to the customer is sent
    record Measured(
            TimeOutRule rule,
            Instant silentSince,
            Instant dueAt,
            boolean concerned,
            boolean ran,
            boolean paused,
            boolean unsent) {
        /// {@return whether it will still run in this silence}
        boolean isPending() {
            return concerned && !ran && !paused;
        }

        boolean isDue(Instant now) {
            return isPending() && !unsent && !dueAt.isAfter(now);
        }
    }
}
