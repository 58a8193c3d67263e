package dev.parley.inbox;

import static dev.parley.platform.Columns.instant;
import static dev.parley.platform.Columns.utc;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.channel.Address;
import dev.parley.channel.Blob;
import dev.parley.channel.ChannelKind;
import dev.parley.inbox.DeadLetter.Cause;
import dev.parley.inbox.Envelopes.Claimed;
import dev.parley.platform.Ids;
import dev.parley.platform.PageRequest;
import dev.parley.platform.PagedList;
import dev.parley.platform.PagedRows;
import dev.parley.platform.StorableText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Deliveries that could not be processed, stored with their cause until an administrator retries
/// or discards them. The same body from the same source waits as one dead letter, however often it
/// is delivered.
@Repository
public class DeadLetters {
    private static final String ADD =
            """
            insert into dead_letter
                   (id, received_at, channel, source, digest, endpoint, person, cause, detail, body,
                    envelope_id, tries)
            values (:id, :now, :channel, :source, sha256(:origin || :body), :endpoint, :person,
                    :cause, :detail, :body, :envelope,
                    1 + coalesce((select max(tries) from dead_letter
                                   where digest = sha256(:origin || :body)), 0))
            on conflict (digest) where settled_at is null do nothing
            """;

    private static final String COLUMNS =
            """
            select id, received_at, channel, source, endpoint, person, cause, detail, tries,
                   octet_length(body) as size
              from dead_letter
             where settled_at is null
            """;

    private static final String SOUGHT =
            """
               and (:cause::text is null or cause = :cause)
               and (:text::text is null or endpoint = :text or person = :text
                    or position(lower(:text) in lower(detail)) > 0)
            """;

    private static final PagedList WAITING =
            new PagedList(
                    COLUMNS + SOUGHT,
                    Map.of(
                            "received", "received_at",
                            "cause", "cause",
                            "endpoint", "endpoint is null, endpoint",
                            "person", "person is null, person",
                            "tries", "tries",
                            "size", "size"),
                    "received");

    private static final PageRequest NEWEST = new PageRequest("", "received", true, 200, 0);

    private static final String COUNT_WAITING =
            "select count(*) from dead_letter where settled_at is null" + SOUGHT;

    /// In the order of arrival, so that those of a person stay in order.
    private static final String WAITING_FROM_THE_OLDEST =
            "select id from dead_letter where settled_at is null"
                    + SOUGHT
                    + " and received_at <= :until"
                    + " order by coalesce(envelope_id, 0), received_at, id limit :batch";

    private static final String WAITING_BY_ID = COLUMNS + " and id = :id";

    private static final String BODY_OF = "select body from dead_letter where id = :id";

    /// The body is no longer needed here: it is in its envelopes, or in a new dead letter.
    private static final String SETTLE =
            """
            with letter as (select id, channel, source, body, envelope_id
                              from dead_letter
                             where id = :id and settled_at is null
                               for update)
            update dead_letter
               set settled_at = :now, body = ''
              from letter
             where dead_letter.id = letter.id
            returning letter.channel, letter.source, letter.body, letter.envelope_id
            """;

    private static final String FORGET = "delete from dead_letter where settled_at < :before";

    private static final int LONGEST_DETAIL = 4000;

    private final JdbcClient jdbc;
    private final Clock clock;

    DeadLetters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Stores a body that could not be converted to envelopes, unless it is already waiting here.
    ///
    /// @param source where it was received; passed to the channel's [BodyReader] on a retry
    /// @param endpoint the endpoint that it names, if it does
    public void add(
            ChannelKind channel,
            String source,
            @Nullable String endpoint,
            Cause cause,
            String detail,
            byte[] body) {
        var origin = new Origin(channel, source, source, endpoint, null);
        insert(origin, cause, detail, body, null);
    }

    void add(Claimed failed, RuntimeException failure) {
        var envelope = failed.envelope();
        insert(
                Origin.of(envelope, "envelope " + failed.id()),
                Cause.FAILED,
                failure.toString(),
                envelope.payload().getBytes(UTF_8),
                failed.id());
    }

    /// Stores an envelope that the database refuses, as a body that can be retried.
    void addRefused(Envelope envelope, RuntimeException failure) {
        insert(
                Origin.of(envelope, "refused"),
                Cause.UNREADABLE,
                failure.toString(),
                RefusedEnvelope.body(envelope),
                null);
    }

    /// {@return the requested page of the waiting dead letters that match}
    public PagedRows<DeadLetter> find(Search search, PageRequest wanted) {
        return WAITING.part(jdbc, wanted, search.parameters(), DeadLetters::fromRow);
    }

    /// {@return the newest 200 waiting ones, newest first}
    public List<DeadLetter> waiting() {
        return find(Search.ALL, NEWEST).rows();
    }

    public long count() {
        return count(Search.ALL);
    }

    public long count(Search search) {
        return jdbc.sql(COUNT_WAITING).params(search.parameters()).query(Long.class).single();
    }

    /// {@return the dead letter, if it is still waiting}
    public Optional<DeadLetter> byId(UUID id) {
        return jdbc.sql(WAITING_BY_ID).param("id", id).query(DeadLetters::fromRow).optional();
    }

    /// {@return exactly what was delivered; empty when it was erased}
    public Blob bodyOf(DeadLetter letter) {
        return jdbc.sql(BODY_OF)
                .param("id", letter.id())
                .query((row, _) -> new Blob(row.getBytes("body")))
                .single();
    }

    /// {@return the ids of those that match and have been waiting since then, oldest first}
    List<UUID> oldest(Search search, Instant until, int most) {
        return jdbc.sql(WAITING_FROM_THE_OLDEST)
                .params(search.parameters())
                .param("until", utc(until))
                .param("batch", most)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    /// Marks the dead letter as retried or discarded. {@return what it was; empty if it is already
    /// settled}
    Optional<Settled> settle(UUID id) {
        return jdbc.sql(SETTLE)
                .param("id", id)
                .param("now", utc(clock.instant()))
                .query(DeadLetters::settledFromRow)
                .optional();
    }

    int forgetSettledBefore(Instant before) {
        return jdbc.sql(FORGET).param("before", utc(before)).update();
    }

    private void insert(
            Origin origin, Cause cause, String detail, byte[] body, @Nullable Long envelope) {
        jdbc.sql(ADD)
                .param("id", Ids.next())
                .param("now", utc(clock.instant()))
                .param("channel", origin.channel.name())
                .param("source", origin.source)
                .param("origin", (origin.place + '\n').getBytes(UTF_8))
                .param("endpoint", origin.shortEndpoint())
                .param("person", origin.storablePerson())
                .param("cause", cause.name())
                .param("detail", StorableText.shortened(detail, LONGEST_DETAIL))
                .param("body", body)
                .param("envelope", envelope)
                .update();
    }

    private static DeadLetter fromRow(ResultSet row, int index) throws SQLException {
        return new DeadLetter(
                row.getObject("id", UUID.class),
                instant(row, "received_at"),
                new ChannelKind(row.getString("channel")),
                row.getString("source"),
                row.getString("endpoint"),
                row.getString("person"),
                Cause.valueOf(row.getString("cause")),
                row.getString("detail"),
                row.getInt("tries"),
                row.getInt("size"));
    }

    private static Settled settledFromRow(ResultSet row, int index) throws SQLException {
        return new Settled(
                new ChannelKind(row.getString("channel")),
                row.getString("source"),
                new Blob(row.getBytes("body")),
                row.getObject("envelope_id", Long.class));
    }

    /// A filter for dead letters.
    ///
    /// @param cause null for any
    /// @param text an endpoint's or person's id, or a part of the detail; empty for any
    public record Search(@Nullable Cause cause, String text) {
        public static final Search ALL = new Search(null, "");

        private Map<String, @Nullable Object> parameters() {
            var parameters = new HashMap<String, @Nullable Object>();
            parameters.put("cause", cause == null ? null : cause.name());
            parameters.put("text", text.isBlank() ? null : text.strip());
            return parameters;
        }
    }

    /// A dead letter that was just settled, and has lost its body.
    ///
    /// @param source empty for an envelope that the database refused
    /// @param envelope its envelope; null for a body that was not converted to envelopes
    record Settled(ChannelKind channel, String source, Blob body, @Nullable Long envelope) {}

    /// The origin of a dead letter.
    ///
    /// @param place distinguishes the origins from which the same body may come
    private record Origin(
            ChannelKind channel,
            String source,
            String place,
            @Nullable String endpoint,
            @Nullable String person) {
        static Origin of(Envelope envelope, String place) {
            var address = envelope.address();
            return new Origin(address.channel(), "", place, address.endpoint(), address.person());
        }

        private @Nullable String shortEndpoint() {
            return endpoint == null ? null : StorableText.shortened(endpoint, Address.LONGEST_ID);
        }

        private @Nullable String storablePerson() {
            return person == null ? null : StorableText.clean(person);
        }
    }
}
