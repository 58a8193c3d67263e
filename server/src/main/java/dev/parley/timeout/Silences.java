package dev.parley.timeout;

import static dev.parley.platform.Columns.instant;
import static dev.parley.platform.Columns.utc;

import dev.parley.conversation.ConversationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How long nobody has written in active conversations, and which rules that is too long for. Reads
/// the tables of `conversation` and `workstream` too, because one statement finds what is due. A
/// silence counts from its last message, or from when the agent got the conversation or resumed its
/// rules.
@Repository
class Silences {
    private static final int MOST_AT_ONCE = 100;

    /// A rule that ran in this silence does not run again in it. A pause ends when the conversation
    /// leaves the agent.
    private static final String RULES =
            """
            select c.id as conversation_id, r.*, silence.since as silent_since,
                   r.silent = case when c.waiting_since is null then 'CUSTOMER' else 'AGENT' end
                       as concerned,
                   coalesce(s.silent_since = silence.since and r.id = any (s.ran), false) as ran,
                   coalesce(s.paused_at >= c.since, false) as paused
              from conversation c
              left join channel_instance i on i.channel = c.channel and i.endpoint = c.endpoint
              left join time_out_state s on s.conversation_id = c.id
             cross join lateral (
                       select greatest(c.since, c.silent_since, s.resumed_at) as since) silence
              join time_out_rule r
                on r.workstream_id = coalesce(i.workstream_id,
                                              (select id from workstream where is_default))
             where c.state = 'ACTIVE' and %s
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
                            """)
                    + """
                    )
                    select conversation_id
                      from found
                     where concerned and not ran and not paused
                       and silent_since + make_interval(secs => after_seconds) <= :now
                     group by conversation_id
                     order by min(silent_since + make_interval(secs => after_seconds))
                     limit :most
                    """;

    private final JdbcClient jdbc;

    Silences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// {@return conversations in which a rule is due, those first that have been waiting longest}
    List<ConversationId> due(Instant now) {
        return jdbc.sql(DUE)
                .param("now", utc(now))
                .param("most", MOST_AT_ONCE)
                .query((row, _) -> new ConversationId(row.getObject(1, UUID.class)))
                .list();
    }

    /// {@return the rules of this conversation's workstream; none if it is not active}
    List<Measured> of(ConversationId conversation) {
        return jdbc.sql(OF_CONVERSATION)
                .param("conversation", conversation.value())
                .query((row, _) -> measured(row))
                .list();
    }

    private static Measured measured(ResultSet row) throws SQLException {
        return new Measured(
                TimeOutRows.rule(row),
                instant(row, "silent_since"),
                row.getBoolean("concerned"),
                row.getBoolean("ran"),
                row.getBoolean("paused"));
    }

    /// A rule and the current silence of a conversation.
    ///
    /// @param concerned whether it is about the one who is silent now
    /// @param ran whether it ran in this silence
    /// @param paused whether the agent paused all rules
    record Measured(
            TimeOutRule rule, Instant silentSince, boolean concerned, boolean ran, boolean paused) {
        /// {@return when it runs, if nobody writes until then}
        Instant dueAt() {
            return silentSince.plus(rule.content().after());
        }

        /// {@return whether it will still run in this silence}
        boolean isPending() {
            return concerned && !ran && !paused;
        }
    }
}
