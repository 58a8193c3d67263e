package dev.parley.routing;

import static java.time.ZoneOffset.UTC;

import dev.parley.channel.ChannelKind;
import dev.parley.conversation.ConversationId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What waits in queues for an agent, in PostgreSQL: one row for each open conversation.
@Repository
class WorkItems {
    private static final String ADD =
            """
            insert into work_item (conversation_id, queue_id, channel, page, since, try_at)
            select :conversation, id, :channel, :page, :now, :now from queue where is_default
            on conflict (conversation_id) do nothing
            """;

    private static final String CLAIM =
            """
            select w.conversation_id, w.channel, w.page
              from work_item w
             where w.try_at <= :now
               and not exists (select 1 from offer o
                                where o.conversation_id = w.conversation_id and o.outcome is null)
             order by w.since
             limit 1
               for update of w skip locked
            """;

    private final JdbcClient jdbc;

    WorkItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ConversationId conversation, ChannelKind channel, String page, Instant now) {
        jdbc.sql(ADD)
                .param("conversation", conversation.value())
                .param("channel", channel.name())
                .param("page", page)
                .param("now", now.atOffset(UTC))
                .update();
    }

    void remove(ConversationId conversation) {
        jdbc.sql("delete from work_item where conversation_id = :conversation")
                .param("conversation", conversation.value())
                .update();
    }

    /// {@return the conversation that has waited longest and is held out to nobody}
    Optional<WorkItem> claim(Instant now) {
        return jdbc.sql(CLAIM)
                .param("now", now.atOffset(UTC))
                .query((row, _) ->
                        new WorkItem(
                                new ConversationId(row.getObject("conversation_id", UUID.class)),
                                ChannelKind.valueOf(row.getString("channel")),
                                row.getString("page")))
                .optional();
    }

    void tryAt(ConversationId conversation, Instant at) {
        jdbc.sql("update work_item set try_at = :at where conversation_id = :conversation")
                .param("conversation", conversation.value())
                .param("at", at.atOffset(UTC))
                .update();
    }

    /// One distributor at a time, or two would fill one agent's last place. {@return whether it is
    /// ours until this transaction ends}
    boolean distributeAlone() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('parley.routing'))")
                .query(Boolean.class)
                .single();
    }

    record WorkItem(ConversationId conversation, ChannelKind channel, String page) {}
}
