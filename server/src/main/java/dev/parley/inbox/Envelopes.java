package dev.parley.inbox;

import static dev.parley.platform.Columns.instant;
import static java.time.ZoneOffset.UTC;

import dev.parley.channel.Address;
import dev.parley.channel.ChannelKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All envelopes, in PostgreSQL.
@Repository
class Envelopes {
    private static final String ADD =
            """
            insert into envelope (channel, endpoint, person, key, kind, occurred_at, payload, received_at)
            select e.channel, e.endpoint, e.person, e.key, e.kind, e.occurred_at, e.payload, :now
              from unnest(:channels::text[], :endpoints::text[], :persons::text[], :keys::text[],
                          :kinds::text[], :times::timestamptz[], :payloads::text[])
                   with ordinality
                   as e (channel, endpoint, person, key, kind, occurred_at, payload, place)
             order by e.place
            on conflict (channel, endpoint, key) do nothing
            """;

    /// The first unhandled envelope of each person after this one, in the order of the index,
    /// unless another transaction has locked it. Jumps from person to person: the cost grows with
    /// the number of people that it finds, not with how much they have waiting.
    private static final String CLAIM_FIRST_OF_EACH_PERSON =
            """
            with recursive first (id, channel, endpoint, person) as (
                    (select id, channel, endpoint, person
                       from envelope
                      where handled_at is null and failed_at is null
                        and (channel, endpoint, person) > (:channel, :endpoint, :person)
                      order by channel, endpoint, person, id
                      limit 1)
                union all
                    select next.*
                      from first
                     cross join lateral
                           (select id, channel, endpoint, person
                              from envelope waiting
                             where handled_at is null and failed_at is null
                               and (waiting.channel, waiting.endpoint, waiting.person)
                                   > (first.channel, first.endpoint, first.person)
                             order by channel, endpoint, person, id
                             limit 1) next)
            select claimed.*
              from first
             cross join lateral
                   (select id, channel, endpoint, person, key, kind, occurred_at, payload
                      from envelope
                     where id = first.id and handled_at is null and failed_at is null
                       for update skip locked) claimed
             limit :limit
            """;

    private static final String CLAIM_ONE =
            """
            select id, channel, endpoint, person, key, kind, occurred_at, payload
              from envelope
             where id = :id and handled_at is null and failed_at is null
               for update skip locked
            """;

    private static final String KNOWN =
            """
            select e.place
              from unnest(:channels::text[], :endpoints::text[], :keys::text[]) with ordinality
                   as e (channel, endpoint, key, place)
              join envelope known using (channel, endpoint, key)
            """;

    private static final String MARK_HANDLED =
            "update envelope set handled_at = :now where id = any (:ids)";

    private static final String SET_ASIDE =
            """
            update envelope set failed_at = :now, attempts = attempts + 1 where id = :id
            """;

    private static final String TAKE_UP_AGAIN =
            "update envelope set failed_at = null where id = :id and handled_at is null";

    /// A discarded envelope counts as handled.
    private static final String LET_GO =
            """
            update envelope set failed_at = null, handled_at = :now
             where id = :id and handled_at is null
            """;

    private static final String OLDEST_WAITING =
            """
            select min(received_at) from envelope
             where handled_at is null and failed_at is null
            """;

    private static final String COUNT_WAITING =
            "select count(*) from envelope where handled_at is null and failed_at is null";

    private static final String ERASE =
            """
            update envelope set payload = '{}', handled_at = coalesce(handled_at, :now)
             where channel = :channel and endpoint = :endpoint
               and (key = :mid or key > :mid || '#' and key < :mid || '$')
            """;

    private static final String ERASE_ALL_OF =
            """
            update envelope set payload = '{}', handled_at = coalesce(handled_at, :now)
             where channel = :channel and endpoint = :endpoint and payload <> '{}'
               and (person = :person or person = '' and position(:person in payload) > 0)
            """;

    private static final String FORGET =
            "delete from envelope where handled_at < :before and failed_at is null";

    private final JdbcClient jdbc;
    private final Clock clock;

    Envelopes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Adds these in one statement, except those that are already stored.
    void add(List<Envelope> all) {
        jdbc.sql(ADD)
                .param("channels", texts(all, one -> one.address().channel().name()))
                .param("endpoints", texts(all, one -> one.address().endpoint()))
                .param("persons", texts(all, one -> one.address().person()))
                .param("keys", texts(all, Envelope::key))
                .param("kinds", texts(all, Envelope::kind))
                .param("times", texts(all, one -> one.occurredAt().toString()))
                .param("payloads", texts(all, Envelope::payload))
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    /// {@return those that were never added}
    List<Envelope> missing(List<Envelope> all) {
        var known =
                new HashSet<>(
                        jdbc.sql(KNOWN)
                                .param(
                                        "channels",
                                        texts(all, one -> one.address().channel().name()))
                                .param("endpoints", texts(all, one -> one.address().endpoint()))
                                .param("keys", texts(all, Envelope::key))
                                .query(Integer.class)
                                .list());
        return IntStream.range(0, all.size())
                .filter(place -> !known.contains(place + 1))
                .mapToObj(all::get)
                .toList();
    }

    /// {@return the first waiting envelope of each person, beginning with the one after this
    /// address, or with the first of all}
    List<Claimed> claim(Optional<Address> after, int limit) {
        return jdbc.sql(CLAIM_FIRST_OF_EACH_PERSON)
                .param("channel", after.map(last -> last.channel().name()).orElse(""))
                .param("endpoint", after.map(Address::endpoint).orElse(""))
                .param("person", after.map(Address::person).orElse(""))
                .param("limit", limit)
                .query(Envelopes::fromRow)
                .list();
    }

    List<Claimed> claimOne(long id) {
        return jdbc.sql(CLAIM_ONE).param("id", id).query(Envelopes::fromRow).list();
    }

    void markHandled(Collection<Long> ids) {
        jdbc.sql(MARK_HANDLED)
                .param("ids", ids.toArray(Long[]::new))
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    void setAside(long id) {
        jdbc.sql(SET_ASIDE).param("id", id).param("now", clock.instant().atOffset(UTC)).update();
    }

    void retry(long id) {
        jdbc.sql(TAKE_UP_AGAIN).param("id", id).update();
    }

    /// Discards it without processing.
    void discard(long id) {
        jdbc.sql(LET_GO).param("id", id).param("now", clock.instant().atOffset(UTC)).update();
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

    void erase(Address address, String mid) {
        jdbc.sql(ERASE)
                .param("channel", address.channel().name())
                .param("endpoint", address.endpoint())
                .param("mid", mid)
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    void eraseAllOf(Address address) {
        jdbc.sql(ERASE_ALL_OF)
                .param("channel", address.channel().name())
                .param("endpoint", address.endpoint())
                .param("person", address.person())
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    int forgetHandledBefore(Instant before) {
        return jdbc.sql(FORGET).param("before", before.atOffset(UTC)).update();
    }

    private static String[] texts(List<Envelope> all, Function<Envelope, String> part) {
        return all.stream().map(part).toArray(String[]::new);
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

    /// An envelope whose row this transaction has locked.
    record Claimed(long id, Envelope envelope) {}
}
