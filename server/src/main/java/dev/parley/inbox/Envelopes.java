package dev.parley.inbox;

import static dev.parley.platform.Columns.instant;
import static dev.parley.platform.Columns.utc;

import dev.parley.channel.Address;
import dev.parley.channel.ChannelKind;
import dev.parley.platform.ColumnArrays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All envelopes, in PostgreSQL.
@Repository
class Envelopes {
    private static final String ADD =
            """
            with stored as (
                insert into envelope (channel, endpoint, person, key, kind, occurred_at, payload,
                                      received_at)
                select e.channel, e.endpoint, e.person, e.key, e.kind, e.occurred_at, e.payload, :now
                  from unnest(:channels::text[], :endpoints::text[], :persons::text[], :keys::text[],
                              :kinds::text[], :times::timestamptz[], :payloads::text[])
                       with ordinality
                       as e (channel, endpoint, person, key, kind, occurred_at, payload, place)
                 order by e.place
                on conflict (channel, endpoint, key) do nothing
                returning id, channel, endpoint, person
            )
            insert into waiting_envelope (id, channel, endpoint, person)
            select id, channel, endpoint, person from stored
            """;

    /// Of the oldest envelopes, those of each person whose first is not locked by another
    /// transaction: that one has the person's turn. The fewer people, the more of each.
    ///
    /// The table is often empty when its statistics are taken, so the planner expects one row, and
    /// a join would compare each envelope with each person. `in ... is true` is always hashed.
    private static final String CLAIM_OLDEST =
            """
            with oldest as materialized (
                    select id, channel, endpoint, person
                      from waiting_envelope
                     where id >= :from
                     order by id
                     limit :window),
            turn as materialized (
                    select locked.*
                      from (select min(id) as id
                              from oldest
                             group by channel, endpoint, person
                             order by 1) head
                     cross join lateral
                           (select channel, endpoint, person
                              from waiting_envelope
                             where id = head.id
                               for update skip locked) locked
                     limit :people),
            numbered as (
                    select id, row_number() over (partition by channel, endpoint, person order by id)
                           as place
                      from oldest
                     where ((channel, endpoint, person)
                            in (select channel, endpoint, person from turn)) is true)
            select envelope.id, envelope.channel, envelope.endpoint, envelope.person, key, kind,
                   occurred_at, payload, (select min(id) from oldest) as first,
                   (select count(*) from oldest) as considered
              from numbered
             cross join lateral
                   (select id
                      from waiting_envelope
                     where id = numbered.id
                       for update skip locked) claimed
              join envelope on envelope.id = claimed.id
             where place <= (select greatest(1, :limit / greatest(1, count(*))) from turn)
             order by envelope.channel, envelope.endpoint, envelope.person, envelope.id
            """;

    /// The next envelopes of each person after this one, in the order of the index, unless another
    /// transaction has locked the person's first. Jumps from person to person: the cost grows with
    /// the number of people that it finds, not with how much they have waiting.
    private static final String CLAIM_BY_TURNS =
            """
            with recursive person_head (id, channel, endpoint, person) as (
                    (select id, channel, endpoint, person
                       from waiting_envelope
                      where (channel, endpoint, person) > (:channel, :endpoint, :person)
                      order by channel, endpoint, person, (id + 0)
                      limit 1)
                union all
                    select next.*
                      from person_head
                     cross join lateral
                           (select id, channel, endpoint, person
                              from waiting_envelope waiting
                             where (waiting.channel, waiting.endpoint, waiting.person)
                                   > (person_head.channel, person_head.endpoint, person_head.person)
                             order by channel, endpoint, person, (id + 0)
                             limit 1) next),
            turn as materialized (
                    select locked.*
                      from person_head
                     cross join lateral
                           (select channel, endpoint, person
                              from waiting_envelope
                             where id = person_head.id
                               for update skip locked) locked
                     limit :people)
            select envelope.id, envelope.channel, envelope.endpoint, envelope.person, key, kind,
                   occurred_at, payload
              from turn
             cross join lateral
                   (select id
                      from waiting_envelope waiting
                     where waiting.channel = turn.channel and waiting.endpoint = turn.endpoint
                       and waiting.person = turn.person
                     order by waiting.channel, waiting.endpoint, waiting.person, (id + 0)
                     limit (select greatest(1, :limit / greatest(1, count(*))) from turn)
                       for update skip locked) claimed
              join envelope on envelope.id = claimed.id
             order by envelope.channel, envelope.endpoint, envelope.person, envelope.id
            """;

    /// Only the first of its person: who has that one has the person's turn.
    private static final String CLAIM_ONE =
            """
            select envelope.id, envelope.channel, envelope.endpoint, envelope.person, key, kind,
                   occurred_at, payload
              from waiting_envelope waiting
              join envelope on envelope.id = waiting.id
             where waiting.id = :id
               and not exists (select 1
                                 from waiting_envelope earlier
                                where earlier.channel = waiting.channel
                                  and earlier.endpoint = waiting.endpoint
                                  and earlier.person = waiting.person
                                  and earlier.id < waiting.id)
               for update of waiting skip locked
            """;

    private static final String KNOWN =
            """
            select e.place
              from unnest(:channels::text[], :endpoints::text[], :keys::text[]) with ordinality
                   as e (channel, endpoint, key, place)
              join envelope known using (channel, endpoint, key)
            """;

    private static final String IS_WAITING =
            """
            select exists (select 1
                             from waiting_envelope
                            where channel = :channel and endpoint = :endpoint
                              and person = :person)
            """;

    private static final String NO_LONGER_WAITING =
            "delete from waiting_envelope where id = any (:ids)";

    /// An erased envelope has nothing to handle.
    private static final String WAIT_AGAIN =
            """
            insert into waiting_envelope (id, channel, endpoint, person)
            select id, channel, endpoint, person
              from envelope
             where id = :id and payload <> '{}'
            on conflict do nothing
            """;

    private static final String OLDEST_WAITING =
            """
            select received_at
              from waiting_envelope
              join envelope using (id)
             order by id
             limit 1
            """;

    private static final String COUNT_WAITING = "select count(*) from waiting_envelope";

    private static final String ERASE =
            """
            with erased as (
                update envelope set payload = '{}'
                 where channel = :channel and endpoint = :endpoint
                   and (key = :messageId or key > :messageId || '#' and key < :messageId || '$')
                returning id
            )
            delete from waiting_envelope where id in (select id from erased)
            """;

    private static final String ERASE_ALL_OF =
            """
            with erased as (
                update envelope set payload = '{}'
                 where channel = :channel and endpoint = :endpoint and payload <> '{}'
                   and (person = :person or person = '' and position(:person in payload) > 0)
                returning id
            )
            delete from waiting_envelope where id in (select id from erased)
            """;

    /// What has failed is kept until it is retried or discarded.
    private static final String FORGET =
            """
            delete from envelope
             where received_at < :before
               and not exists (select 1 from waiting_envelope waiting where waiting.id = envelope.id)
               and not exists (select 1
                                 from dead_letter
                                where envelope_id = envelope.id and settled_at is null)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Backlog backlog;

    Envelopes(JdbcClient jdbc, Clock clock, Backlog backlog) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.backlog = backlog;
    }

    /// Adds these in one statement, except those that are already stored.
    void add(List<Envelope> all) {
        var added =
                columns(all)
                        .texts("persons", one -> one.address().person())
                        .texts("kinds", Envelope::kind)
                        .times("times", Envelope::occurredAt)
                        .texts("payloads", Envelope::payload)
                        .in(jdbc.sql(ADD))
                        .param("now", utc(clock.instant()))
                        .update();
        backlog.added(added);
    }

    /// {@return those that were never added}
    List<Envelope> missing(List<Envelope> all) {
        var known = columns(all).in(jdbc.sql(KNOWN)).query(Integer.class).set();
        return IntStream.range(0, all.size())
                .filter(place -> !known.contains(place + 1))
                .mapToObj(all::get)
                .toList();
    }

    private static ColumnArrays<Envelope> columns(List<Envelope> all) {
        return new ColumnArrays<>(all)
                .texts("channels", one -> one.address().channel().name())
                .texts("endpoints", one -> one.address().endpoint())
                .texts("keys", Envelope::key);
    }

    /// Claims some of the oldest waiting envelopes, those of each person in order.
    ///
    /// @param from the lowest id to consider
    /// @param window how many to consider
    /// @param people of how many people
    /// @param limit how many in all; of each person at least one
    Oldest claimOldest(long from, int window, int people, int limit) {
        var first = new AtomicLong(from);
        var considered = new AtomicInteger();
        var claimed =
                jdbc.sql(CLAIM_OLDEST)
                        .param("from", from)
                        .param("window", window)
                        .param("people", people)
                        .param("limit", limit)
                        .query((row, index) -> {
                            first.set(row.getLong("first"));
                            considered.set(row.getInt("considered"));
                            return fromRow(row, index);
                        })
                        .list();
        return new Oldest(first.get(), considered.get(), claimed);
    }

    /// {@return the next waiting envelopes of each person, in order, beginning with the person
    /// after this address, or with the first of all}
    ///
    /// @param people of how many people
    /// @param limit how many in all; of each person at least one
    List<Claimed> claimByTurns(Optional<Address> after, int people, int limit) {
        return jdbc.sql(CLAIM_BY_TURNS)
                .param("channel", after.map(last -> last.channel().name()).orElse(""))
                .param("endpoint", after.map(Address::endpoint).orElse(""))
                .param("person", after.map(Address::person).orElse(""))
                .param("people", people)
                .param("limit", limit)
                .query(Envelopes::fromRow)
                .list();
    }

    /// {@return this envelope, if it still waits and is its person's next}
    Optional<Claimed> claimOne(long id) {
        return jdbc.sql(CLAIM_ONE).param("id", id).query(Envelopes::fromRow).optional();
    }

    /// {@return whether one of this person waits}
    boolean isWaiting(Address address) {
        return jdbc.sql(IS_WAITING)
                .param("channel", address.channel().name())
                .param("endpoint", address.endpoint())
                .param("person", address.person())
                .query(Boolean.class)
                .single();
    }

    /// These were handled, or became dead letters.
    void remove(Collection<Long> ids) {
        backlog.removed(
                jdbc.sql(NO_LONGER_WAITING).param("ids", ids.toArray(Long[]::new)).update());
    }

    void retry(long id) {
        backlog.added(jdbc.sql(WAIT_AGAIN).param("id", id).update());
    }

    /// {@return since when the oldest accepted, unhandled envelope has been waiting}
    Optional<Instant> oldestWaiting() {
        return jdbc.sql(OLDEST_WAITING)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    long countWaiting() {
        return jdbc.sql(COUNT_WAITING).query(Long.class).single();
    }

    void erase(Address address, String messageId) {
        backlog.removed(
                jdbc.sql(ERASE)
                        .param("channel", address.channel().name())
                        .param("endpoint", address.endpoint())
                        .param("messageId", messageId)
                        .update());
    }

    void eraseAllOf(Address address) {
        backlog.removed(
                jdbc.sql(ERASE_ALL_OF)
                        .param("channel", address.channel().name())
                        .param("endpoint", address.endpoint())
                        .param("person", address.person())
                        .update());
    }

    /// Deletes what was received before then, unless it still waits or has failed.
    int forgetReceivedBefore(Instant before) {
        return jdbc.sql(FORGET).param("before", utc(before)).update();
    }

    private static Claimed fromRow(ResultSet row, int index) throws SQLException {
        var address =
                new Address(
                        new ChannelKind(row.getString("channel")),
                        row.getString("endpoint"),
                        row.getString("person"));
        return new Claimed(
                row.getLong("id"),
                new Envelope(
                        row.getString("key"),
                        address,
                        row.getString("kind"),
                        instant(row, "occurred_at"),
                        row.getString("payload")));
    }

    /// An envelope whose turn this transaction has.
    record Claimed(long id, Envelope envelope) {}

    /// @param first the lowest id that waits; the given one when nothing was claimed
    /// @param count how many were considered; 0 when nothing was claimed
    record Oldest(long first, int count, List<Claimed> claimed) {}
}
