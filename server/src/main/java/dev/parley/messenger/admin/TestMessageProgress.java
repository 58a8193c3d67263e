package dev.parley.messenger.admin;

import static dev.parley.platform.Columns.utc;

import dev.parley.messenger.account.FacebookChannel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The progress of the first message that reached a page since an instant. Reads tables of several
/// modules, as only a screen may: the inbox, conversations, queues, offers, users.
@Repository
class TestMessageProgress {
    private static final String FIRST_MESSAGE =
            """
            with first as (
                select envelope.*,
                       exists (select 1 from waiting_envelope
                                where waiting_envelope.id = envelope.id) as waiting,
                       exists (select 1 from dead_letter
                                where envelope_id = envelope.id and settled_at is null) as failed
                  from (select * from envelope order by id desc limit :latest) envelope
                 where channel = :channel and endpoint = :page and received_at >= :since
                   and kind in ('message', 'postback', 'standby.message', 'standby.postback')
                   and key not like '%#echo'
                 order by envelope.id
                 limit 1
            )
            select not e.waiting and not e.failed as handled, e.failed,
                   e.kind like 'standby.%' as standby,
                   c.number, q.name as queue,
                   coalesce(agent.display_name, asked.display_name) as agent
              from first e
              left join lateral (
                   select id, number, agent_id from conversation
                    where channel = e.channel and endpoint = e.endpoint and person = e.person
                      and not e.waiting and not e.failed
                    order by opened_at desc
                    limit 1) c on true
              left join work_item w on w.conversation_id = c.id
              left join queue q on q.id = w.queue_id
              left join offer o on o.conversation_id = c.id and o.outcome is null
              left join user_account agent on agent.id = c.agent_id
              left join user_account asked on asked.id = o.agent_id
            """;

    /// Older envelopes are not searched: no administrator waits for them any more.
    private static final int LATEST = 2000;

    private final JdbcClient jdbc;

    TestMessageProgress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Way> firstSince(String page, Instant since) {
        return jdbc.sql(FIRST_MESSAGE)
                .param("channel", FacebookChannel.KIND.name())
                .param("page", page)
                .param("latest", LATEST)
                .param("since", utc(since))
                .query(TestMessageProgress::fromRow)
                .optional();
    }

    private static Way fromRow(ResultSet row, int index) throws SQLException {
        return new Way(
                row.getBoolean("handled"),
                row.getBoolean("failed"),
                row.getBoolean("standby"),
                row.getObject("number", Long.class),
                row.getString("queue"),
                row.getString("agent"));
    }

    /// @param standby whether we may only listen, because another app controls the thread
    /// @param conversation its number; null before it is in one
    /// @param queue where it waits; null if it does not wait
    /// @param agent the agent to whom it is assigned or offered
    record Way(
            boolean handled,
            boolean failed,
            boolean standby,
            @Nullable Long conversation,
            @Nullable String queue,
            @Nullable String agent) {}
}
