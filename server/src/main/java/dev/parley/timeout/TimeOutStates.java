package dev.parley.timeout;

import static dev.parley.platform.Columns.utc;

import dev.parley.conversation.ConversationId;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which rules ran in each active conversation, and where they are paused, in PostgreSQL. Each
/// change is part of a transaction that has locked the conversation.
@Repository
class TimeOutStates {
    private static final String RAN =
            """
            insert into time_out_state as s (conversation_id, silent_since, ran, ran_at,
                                             ran_after_seconds)
            values (:conversation, :silentSince, array[:rule::uuid], :now, :after)
            on conflict (conversation_id) do update
               set silent_since = excluded.silent_since,
                   ran_at = excluded.ran_at, ran_after_seconds = excluded.ran_after_seconds,
                   ran = case when s.silent_since = excluded.silent_since
                              then s.ran || excluded.ran else excluded.ran end
            """;

    private static final String PAUSE =
            """
            insert into time_out_state (conversation_id, paused_at)
            values (:conversation, :now)
            on conflict (conversation_id) do update set paused_at = :now
            """;

    private static final String RESUME =
            """
            update time_out_state set paused_at = null, resumed_at = :now
             where conversation_id = :conversation
            """;

    /// A conversation that becomes active again in the same silence keeps what ran in it.
    private static final String FORGET_OBSOLETE =
            """
            delete from time_out_state
             where conversation_id in (
                       select s.conversation_id
                         from time_out_state s
                         join conversation c on c.id = s.conversation_id
                        where c.state = 'CLOSED'
                           or c.state <> 'ACTIVE'
                              and c.silent_since is distinct from s.silent_since
                        limit 100
                          for update of s skip locked)
            """;

    private final JdbcClient jdbc;

    TimeOutStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A rule ran in this silence.
    void ran(ConversationId conversation, TimeOutRule rule, Instant silentSince, Instant now) {
        jdbc.sql(RAN)
                .param("conversation", conversation.value())
                .param("rule", rule.id().value())
                .param("silentSince", utc(silentSince))
                .param("now", utc(now))
                .param("after", (int) rule.content().after().toSeconds())
                .update();
    }

    void pause(ConversationId conversation, Instant now) {
        jdbc.sql(PAUSE).param("conversation", conversation.value()).param("now", utc(now)).update();
    }

    void resume(ConversationId conversation, Instant now) {
        jdbc.sql(RESUME)
                .param("conversation", conversation.value())
                .param("now", utc(now))
                .update();
    }

    /// Deletes the states of conversations that are closed, or in another silence. {@return whether
    /// there was anything}
    boolean forgetObsolete() {
        return jdbc.sql(FORGET_OBSOLETE).update() > 0;
    }
}
