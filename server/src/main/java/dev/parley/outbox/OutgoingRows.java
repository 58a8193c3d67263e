package dev.parley.outbox;

import static dev.parley.platform.Columns.instant;
import static dev.parley.platform.Columns.instantOrNull;
import static dev.parley.platform.Columns.utc;

import dev.parley.channel.Endpoint;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.ReplyWritten;
import dev.parley.outbox.Outgoing.State;
import dev.parley.platform.ColumnArrays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The pending messages, in PostgreSQL.
@Repository
class OutgoingRows {
    /// Locks a conversation's lane: required for adding to it or removing from it, so that its
    /// first message is always known. It is the last lock of a transaction: whoever holds one waits
    /// for nothing else.
    private static final String HOLD_LANE =
            "select pg_advisory_xact_lock(hashtextextended(:conversation::text, 0))";

    private static final String HOLD_LANE_OF =
            """
            select pg_advisory_xact_lock(hashtextextended(conversation_id::text, 0))
              from outgoing_message
             where message_id = :message
            """;

    private static final String HOLD_LANES_OF =
            """
            select pg_advisory_xact_lock(lane)
              from (select distinct hashtextextended(conversation_id::text, 0) as lane
                      from outgoing_message
                     where message_id = any (:messages)
                     order by lane) lanes
            """;

    private static final String TRY_HOLD_LANES =
            """
            select message_id
              from unnest(:messages::uuid[], :conversations::uuid[])
                   as given (message_id, conversation_id)
             where pg_try_advisory_xact_lock(hashtextextended(conversation_id::text, 0))
            """;

    private static final String ADD =
            """
            insert into outgoing_message (message_id, conversation_id, channel, endpoint, state, pending_since,
                                  due_at)
            values (:message, :conversation, :channel, :endpoint, 'QUEUED', :now,
                    case when not exists (select 1 from outgoing_message
                                           where conversation_id = :conversation)
                         then :now::timestamptz end)
            on conflict (message_id) do nothing
            """;

    /// The first due messages, for each endpoint as many as it has free threads. Skips from
    /// endpoint to endpoint in the index and reads nothing else, however many messages are waiting.
    private static final String CLAIM =
            """
            with recursive endpoint as (
                (select channel, endpoint, due_at from outgoing_message
                  where %1$s and due_at is not null
                  order by channel, endpoint, due_at limit 1)
                union all
                select next.channel, next.endpoint, next.due_at
                  from endpoint
                 cross join lateral (
                       select channel, endpoint, due_at from outgoing_message
                        where %1$s and due_at is not null
                          and (channel, endpoint) > (endpoint.channel, endpoint.endpoint)
                        order by channel, endpoint, due_at limit 1) next
            ), due as (
                select first.message_id
                  from endpoint
                  left join unnest(:channels::text[], :endpoints::text[], :free::int[])
                       as known (channel, endpoint, free) using (channel, endpoint)
                 cross join lateral (
                       select o.message_id from outgoing_message o
                        where o.channel = endpoint.channel and o.endpoint = endpoint.endpoint
                          and %1$s and o.due_at <= :now
                        order by o.due_at
                        limit coalesce(known.free, :concurrency)
                          for update skip locked) first
                 where endpoint.due_at <= :now
                   and not (:minding and exists (
                            select 1 from send_block t
                             where t.channel = endpoint.channel and t.endpoint = endpoint.endpoint
                               and (t.stopped or t.until > :now)))
            )
            update outgoing_message o
               set %2$s, attempt_id = gen_random_uuid(), due_at = :lease
              from due
             where o.message_id = due.message_id
            returning o.message_id, o.conversation_id, o.channel, o.endpoint, o.state, o.attempts,
                      o.traced, o.attempt_id, o.attempted_at
            """;

    private static final String CLAIM_TO_SEND =
            CLAIM.formatted(
                    "state = 'QUEUED'",
                    "state = 'SENDING', attempts = attempts + 1, attempted_at = :now");

    /// A row in state SENDING that is due again was left behind by a worker that died.
    private static final String CLAIM_TO_LOOK_UP =
            CLAIM.formatted("state <> 'QUEUED'", "state = 'UNKNOWN', traced = traced + 1");

    /// When the first message of a conversation is deleted, the next one is due.
    private static final String REMOVE =
            """
            with gone as (
                delete from outgoing_message
                 where message_id = :message and attempt_id = :attempt
                returning conversation_id, place, due_at
            ), next as (
                update outgoing_message
                   set due_at = :now
                 where message_id = (select behind.message_id
                                       from outgoing_message behind, gone
                                      where behind.conversation_id = gone.conversation_id
                                        and behind.place > gone.place
                                        and gone.due_at is not null
                                      order by behind.place
                                      limit 1)
            )
            select count(*) from gone
            """;

    /// As above, for several, also of one conversation.
    private static final String REMOVE_ALL =
            """
            with gone as (
                delete from outgoing_message o
                 using unnest(:messages::uuid[], :attempts::uuid[])
                       as given (message_id, attempt_id)
                 where o.message_id = given.message_id
                   and (given.attempt_id is null or o.attempt_id = given.attempt_id)
                returning o.message_id, o.conversation_id, o.due_at
            ), without_first as (
                select conversation_id
                  from gone
                 group by conversation_id
                having bool_or(due_at is not null)
            )
            update outgoing_message
               set due_at = :now
             where message_id in (select (select behind.message_id
                                            from outgoing_message behind
                                           where behind.conversation_id
                                                 = without_first.conversation_id
                                             and behind.message_id
                                                 not in (select message_id from gone)
                                           order by behind.place
                                           limit 1)
                                    from without_first)
            """;

    private static final String RESCHEDULE =
            """
            update outgoing_message set state = :state, due_at = :at, attempts = attempts - :uncounted
             where message_id = :message and attempt_id = :attempt
            """;

    private static final String DISTRUST_QUEUED =
            """
            update outgoing_message
               set state = 'UNKNOWN', attempted_at = coalesce(attempted_at, pending_since), traced = 0
             where state = 'QUEUED'
            """;

    private static final String BACKLOG =
            """
            select channel, endpoint,
                   count(*) filter (where state <> 'UNKNOWN') as waiting,
                   count(*) filter (where state = 'UNKNOWN') as unknown,
                   min(pending_since) as oldest
              from outgoing_message
             group by channel, endpoint
            """;

    private final JdbcClient jdbc;

    OutgoingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ReplyWritten reply, Instant now) {
        jdbc.sql(HOLD_LANE)
                .param("conversation", reply.conversation().value())
                .query()
                .listOfRows();
        jdbc.sql(ADD)
                .param("message", reply.id().value())
                .param("conversation", reply.conversation().value())
                .param("channel", reply.to().channel().name())
                .param("endpoint", reply.to().endpoint())
                .param("now", utc(now))
                .update();
    }

    /// Marks all queued messages as unknown, because they may already have been sent.
    void markQueuedUnknown() {
        jdbc.sql(DISTRUST_QUEUED).update();
    }

    /// Claims messages to be sent, except those of blocked endpoints.
    ///
    /// @param free the number of free threads, for endpoints where not all are free
    List<Outgoing> claimToSend(Map<Endpoint, Integer> free, int concurrency, Span span) {
        return claim(CLAIM_TO_SEND, free, concurrency, span, true);
    }

    /// Claims messages to be looked up. Look-ups are allowed even when sending is blocked.
    List<Outgoing> claimToLookUp(Map<Endpoint, Integer> free, int concurrency, Span span) {
        return claim(CLAIM_TO_LOOK_UP, free, concurrency, span, false);
    }

    private List<Outgoing> claim(
            String sql, Map<Endpoint, Integer> free, int concurrency, Span span, boolean minding) {
        var endpoints = List.copyOf(free.keySet());
        return jdbc.sql(sql)
                .param("channels", EndpointColumns.channels(endpoints))
                .param("endpoints", EndpointColumns.ids(endpoints))
                .param("free", endpoints.stream().map(free::get).toArray(Integer[]::new))
                .param("concurrency", concurrency)
                .param("minding", minding)
                .param("now", utc(span.now()))
                .param("lease", utc(span.lease()))
                .query((row, _) -> fromRow(row))
                .list();
    }

    /// {@return whether this attempt was still the latest}
    boolean reschedule(Outgoing outgoing, State state, Instant at) {
        return reschedule(outgoing, state, at, 0);
    }

    /// Extends the lease of an attempt that takes longer.
    void extend(Outgoing outgoing, Instant lease) {
        reschedule(outgoing, State.SENDING, lease, 0);
    }

    /// Returns it to the queue without counting the attempt, which did not fail because of the
    /// message.
    boolean rescheduleUncounted(Outgoing outgoing, Instant at) {
        return reschedule(outgoing, State.QUEUED, at, 1);
    }

    private boolean reschedule(Outgoing outgoing, State state, Instant at, int uncounted) {
        return jdbc.sql(RESCHEDULE)
                        .param("message", outgoing.message().value())
                        .param("attempt", outgoing.attempt())
                        .param("state", state.name())
                        .param("at", utc(at))
                        .param("uncounted", uncounted)
                        .update()
                == 1;
    }

    /// {@return whether this attempt was still the latest}
    boolean remove(Outgoing outgoing, Instant now) {
        var message = outgoing.message().value();
        jdbc.sql(HOLD_LANE_OF).param("message", message).query().listOfRows();
        return jdbc.sql(REMOVE)
                        .param("message", message)
                        .param("attempt", outgoing.attempt())
                        .param("now", utc(now))
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /// Locks the lanes of these messages that nobody else has locked; {@return those messages}
    Set<MessageId> tryHoldLanes(Collection<Outgoing> all) {
        return new ColumnArrays<>(List.copyOf(all))
                .uuids("messages", one -> one.message().value())
                .uuids("conversations", one -> one.conversation().value())
                .in(jdbc.sql(TRY_HOLD_LANES))
                .query((row, _) -> new MessageId(row.getObject("message_id", UUID.class)))
                .set();
    }

    /// Deletes these, whose lanes are locked, unless a later attempt has begun.
    void removeAll(Collection<Outgoing> all, Instant now) {
        removeRows(
                new ColumnArrays<>(List.copyOf(all))
                        .uuids("messages", one -> one.message().value())
                        .uuids("attempts", Outgoing::attempt),
                now);
    }

    /// Deletes these, whichever attempt is the latest; {@return whether any was there}
    boolean removeConfirmed(Set<MessageId> confirmed, Instant now) {
        var ids = confirmed.stream().map(MessageId::value).toArray(UUID[]::new);
        if (jdbc.sql(HOLD_LANES_OF).param("messages", ids).query().listOfRows().isEmpty()) {
            return false;
        }
        removeRows(
                new ColumnArrays<>(List.copyOf(confirmed))
                        .uuids("messages", MessageId::value)
                        .uuids("attempts", _ -> null),
                now);
        return true;
    }

    private void removeRows(ColumnArrays<?> messages, Instant now) {
        messages.in(jdbc.sql(REMOVE_ALL)).param("now", utc(now)).update();
    }

    List<OutboxBacklog> backlog() {
        return jdbc.sql(BACKLOG)
                .query((row, _) ->
                        new OutboxBacklog(
                                EndpointColumns.of(row),
                                row.getLong("waiting"),
                                row.getLong("unknown"),
                                instant(row, "oldest")))
                .list();
    }

    private static Outgoing fromRow(ResultSet row) throws SQLException {
        var attempted = instantOrNull(row, "attempted_at");
        return new Outgoing(
                new MessageId(row.getObject("message_id", UUID.class)),
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                EndpointColumns.of(row),
                State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getInt("traced"),
                row.getObject("attempt_id", UUID.class),
                attempted);
    }

    /// The time in which a claimed row belongs exclusively to its worker.
    record Span(Instant now, Instant lease) {}
}
