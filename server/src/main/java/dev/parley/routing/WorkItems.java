package dev.parley.routing;

import static dev.parley.platform.Columns.instant;
import static dev.parley.platform.Columns.utc;

import dev.parley.channel.ChannelKind;
import dev.parley.channel.Endpoint;
import dev.parley.conversation.ConversationId;
import dev.parley.identity.UserId;
import dev.parley.platform.ColumnArrays;
import dev.parley.team.QueueId;
import dev.parley.team.QueueUse;
import dev.parley.workstream.WorkstreamId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The conversations that wait in queues for an agent, in PostgreSQL: one row for each open one.
///
/// Locks are taken in one order everywhere: conversation, work item, offer.
@Repository
class WorkItems implements QueueUse {
    private static final String ADD =
            """
            insert into work_item (conversation_id, channel, endpoint, since, previous_agent)
            select conversation, channel, endpoint, since, previous
              from unnest(:conversations::uuid[], :channels::text[], :endpoints::text[],
                          :sinces::timestamptz[], :previous::uuid[])
                   as given (conversation, channel, endpoint, since, previous)
            on conflict (conversation_id) do nothing
            """;

    private static final String WITHOUT_QUEUE =
            """
            select conversation_id, channel, endpoint, previous_agent, chosen_queue, transferred_by
              from work_item
             where queue_id is null
             order by since
             limit :limit
            """;

    /// A pending offer remains pending.
    private static final String QUEUE =
            """
            update work_item w
               set queue_id = p.queue, workstream_id = p.workstream,
                   previous_agent = case when p.kept then w.previous_agent end,
                   picked = p.picked,
                   try_at = case when p.offered
                                  and not exists (select 1 from offer o
                                                   where o.conversation_id = w.conversation_id
                                                     and o.outcome is null)
                                 then :now::timestamptz end
              from unnest(:conversations, :queues, :workstreams, :picked, :offered, :kept)
                   as p (conversation, queue, workstream, picked, offered, kept)
             where w.conversation_id = p.conversation and w.queue_id is null
            """;

    private static final String QUEUE_ANEW =
            """
            update work_item
               set queue_id = null, workstream_id = null, try_at = null
             where queue_id is not null and
            """;

    private static final String COLUMNS =
            """
            select conversation_id, queue_id, workstream_id, previous_agent, transferred_by, since
              from work_item
            """;

    private static final String KEPT =
            COLUMNS
                    + """
                     where queue_id is not null and previous_agent is not null and try_at <= :now
                     order by since
                     limit 1
                    """;

    /// The first of each line, that is of each queue and workstream. Skips from one line to the
    /// next in the index, so that the cost does not depend on the length of the lines.
    private static final String HEADS =
            """
            with recursive line as (
                (select queue_id, workstream_id
                   from work_item
                  where queue_id is not null and previous_agent is null and try_at is not null
                  order by queue_id, workstream_id
                  limit 1)
                union all
                select further.queue_id, further.workstream_id
                  from line
                 cross join lateral
                       (select queue_id, workstream_id
                          from work_item
                         where queue_id is not null and previous_agent is null
                           and try_at is not null
                           and (queue_id, workstream_id) > (line.queue_id, line.workstream_id)
                         order by queue_id, workstream_id
                         limit 1) as further
            )
            select head.*
              from line
             cross join lateral
                   (select conversation_id, queue_id, workstream_id, previous_agent, transferred_by,
                           since
                      from work_item
                     where queue_id = line.queue_id and workstream_id = line.workstream_id
                       and queue_id is not null and previous_agent is null and try_at is not null
                       and try_at <= :now
                     order by since
                     limit 1) as head
            """;

    private static final String HOLD_OUT =
            """
            update work_item set try_at = null, previous_agent = null
             where conversation_id = :conversation and try_at is not null
            """;

    private static final String BACK_IN_LINE =
            """
            update work_item set try_at = case when picked then null else :now::timestamptz end
             where conversation_id = :conversation
            """;

    private static final String TRANSFER =
            """
            update work_item
               set chosen_queue = :queue, previous_agent = :agent, transferred_by = :by
             where conversation_id = :conversation
            """;

    private final JdbcClient jdbc;

    WorkItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Adds waiting conversations; their queues are selected afterwards.
    void add(List<NewItem> all) {
        if (!all.isEmpty()) {
            new ColumnArrays<>(all)
                    .uuids("conversations", one -> one.conversation.value())
                    .texts("channels", one -> one.endpoint.channel().name())
                    .texts("endpoints", one -> one.endpoint.id())
                    .times("sinces", NewItem::since)
                    .uuids("previous", one -> one.previous == null ? null : one.previous.value())
                    .in(jdbc.sql(ADD))
                    .update();
        }
    }

    void remove(ConversationId conversation) {
        jdbc.sql("delete from work_item where conversation_id = :conversation")
                .param("conversation", conversation.value())
                .update();
    }

    /// Locks it until this transaction ends.
    void hold(ConversationId conversation) {
        jdbc.sql("select 1 from work_item where conversation_id = :conversation for update")
                .param("conversation", conversation.value())
                .query(Integer.class)
                .optional();
    }

    /// {@return the items without a queue, longest waiting first}
    List<Arrival> withoutQueue(int limit) {
        return jdbc.sql(WITHOUT_QUEUE)
                .param("limit", limit)
                .query((row, _) ->
                        new Arrival(
                                new ConversationId(row.getObject("conversation_id", UUID.class)),
                                new Endpoint(
                                        new ChannelKind(row.getString("channel")),
                                        row.getString("endpoint")),
                                row.getObject("previous_agent") != null,
                                queueOrNull(row, "chosen_queue"),
                                row.getObject("transferred_by") != null))
                .list();
    }

    void queue(List<Place> places, Instant now) {
        jdbc.sql(QUEUE)
                .param("conversations", ids(places, place -> place.conversation.value()))
                .param("queues", ids(places, place -> place.queue.value()))
                .param("workstreams", ids(places, place -> place.workstream.value()))
                .param("picked", places.stream().map(Place::picked).toArray(Boolean[]::new))
                .param("offered", places.stream().map(Place::offered).toArray(Boolean[]::new))
                .param("kept", places.stream().map(Place::kept).toArray(Boolean[]::new))
                .param("now", utc(now))
                .update();
    }

    /// Records where an agent transferred it; its queue is selected afterwards.
    ///
    /// @param queue in which it waits; null for the one that its workstream selects
    /// @param agent to whom it is offered first; null for no one
    void transfer(
            ConversationId conversation,
            @Nullable QueueId queue,
            @Nullable UserId agent,
            UserId by) {
        jdbc.sql(TRANSFER)
                .param("conversation", conversation.value())
                .param("queue", queue == null ? null : queue.value())
                .param("agent", agent == null ? null : agent.value())
                .param("by", by.value())
                .update();
    }

    /// Selects the queue again for all items of this endpoint.
    void reselectQueue(Endpoint endpoint) {
        blockDistribution();
        jdbc.sql(QUEUE_ANEW + " channel = :channel and endpoint = :endpoint")
                .param("channel", endpoint.channel().name())
                .param("endpoint", endpoint.id())
                .update();
    }

    /// Selects the queue again for all items of this workstream.
    void reselectQueue(WorkstreamId workstream) {
        blockDistribution();
        jdbc.sql(QUEUE_ANEW + " workstream_id = :workstream")
                .param("workstream", workstream.value())
                .update();
    }

    /// {@return the longest waiting item that returns to its previous agent}
    Optional<WorkItem> nextForPreviousAgent(Instant now) {
        return jdbc.sql(KEPT).param("now", utc(now)).query((row, _) -> fromRow(row)).optional();
    }

    /// {@return for each queue, and each workstream in it, the longest waiting item without a
    /// pending offer}
    List<WorkItem> heads(Instant now) {
        return jdbc.sql(HEADS).param("now", utc(now)).query((row, _) -> fromRow(row)).list();
    }

    /// Takes it out of the line while it is offered; {@return false when it left the line in the
    /// meantime}
    boolean markOffered(ConversationId conversation) {
        return jdbc.sql(HOLD_OUT).param("conversation", conversation.value()).update() == 1;
    }

    void requeue(ConversationId conversation, Instant now) {
        jdbc.sql(BACK_IN_LINE)
                .param("conversation", conversation.value())
                .param("now", utc(now))
                .update();
    }

    /// It no longer returns to its previous agent.
    void forgetPrevious(ConversationId conversation) {
        jdbc.sql(
                        """
                        update work_item
                           set previous_agent = null, try_at = case when not picked then try_at end
                         where conversation_id = :conversation
                        """)
                .param("conversation", conversation.value())
                .update();
    }

    void tryAt(ConversationId conversation, Instant at) {
        jdbc.sql(
                        """
                        update work_item set try_at = :at
                         where conversation_id = :conversation and try_at is not null
                        """)
                .param("conversation", conversation.value())
                .param("at", utc(at))
                .update();
    }

    /// Locks the distribution, or two could use an agent's last capacity at the same time. {@return
    /// whether this transaction has the lock until it ends}
    boolean tryLockDistribution() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('parley.routing'))")
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<Use> of(QueueId queue) {
        var waiting =
                jdbc.sql(
                                """
                                select count(*) from work_item
                                 where queue_id = :queue or chosen_queue = :queue
                                """)
                        .param("queue", queue.value())
                        .query(Integer.class)
                        .single();
        return waiting == 0 ? List.of() : List.of(new Use.WaitedIn(waiting));
    }

    /// Blocks the distribution until this transaction ends: both lock many rows, in different
    /// orders.
    private void blockDistribution() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('parley.routing'))")
                .query((_, _) -> 1)
                .single();
    }

    private static UUID[] ids(List<Place> places, Function<Place, UUID> id) {
        return places.stream().map(id).toArray(UUID[]::new);
    }

    private static WorkItem fromRow(ResultSet row) throws SQLException {
        return new WorkItem(
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                new QueueId(row.getObject("queue_id", UUID.class)),
                new WorkstreamId(row.getObject("workstream_id", UUID.class)),
                userOrNull(row, "previous_agent"),
                userOrNull(row, "transferred_by"),
                instant(row, "since"));
    }

    private static @Nullable UserId userOrNull(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new UserId(id);
    }

    private static @Nullable QueueId queueOrNull(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new QueueId(id);
    }

    /// A conversation that begins to wait.
    ///
    /// @param since when it began
    /// @param previous its previous agent, to whom it is offered first; null for none
    record NewItem(
            ConversationId conversation,
            Endpoint endpoint,
            Instant since,
            @Nullable UserId previous) {}

    /// A new item without a queue.
    ///
    /// @param hadSomebody whether it has a previous agent to whom it may return
    /// @param chosenQueue to which it was transferred; null if to none
    /// @param transferred whether an agent transferred it, to a queue or to the previous agent
    record Arrival(
            ConversationId conversation,
            Endpoint endpoint,
            boolean hadSomebody,
            @Nullable QueueId chosenQueue,
            boolean transferred) {}

    /// Where an item waits.
    ///
    /// @param picked whether agents assign it to themselves, instead of being offered it
    /// @param offered whether it is offered to an agent now
    /// @param kept whether it returns to its previous agent
    record Place(
            ConversationId conversation,
            QueueId queue,
            WorkstreamId workstream,
            boolean picked,
            boolean offered,
            boolean kept) {}

    /// A conversation that waits in a queue.
    ///
    /// @param previous the agent to whom it is offered first; null when any agent may take it
    /// @param transferredBy the agent who transferred it; null when nobody did
    record WorkItem(
            ConversationId conversation,
            QueueId queue,
            WorkstreamId workstream,
            @Nullable UserId previous,
            @Nullable UserId transferredBy,
            Instant since) {}
}
