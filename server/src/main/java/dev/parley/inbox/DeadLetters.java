package dev.parley.inbox;

import static dev.parley.platform.Columns.instant;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;

import dev.parley.channel.Address;
import dev.parley.channel.Blob;
import dev.parley.channel.ByChannel;
import dev.parley.channel.ChannelKind;
import dev.parley.identity.Audit;
import dev.parley.identity.UserId;
import dev.parley.inbox.DeadLetter.Cause;
import dev.parley.inbox.Envelopes.Claimed;
import dev.parley.platform.DatabaseOutage;
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
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

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

    /// Only the name of the failure remains in the detail: its text may quote the message.
    private static final String ERASE =
            """
            update dead_letter
               set body = '', detail = split_part(detail, ':', 1)
             where envelope_id in (select id
                                     from envelope
                                    where channel = :channel and endpoint = :endpoint
                                      and (key = :mid or key > :mid || '#' and key < :mid || '$'))
            """;

    private static final String ERASE_ALL_OF =
            """
            update dead_letter
               set body = '', detail = split_part(detail, ':', 1)
             where envelope_id is not null
               and channel = :channel and endpoint = :endpoint and person = :person and body <> ''
            """;

    /// Bodies that were stored whole, and may contain data of others besides the cause of failure.
    private static final String WHOLE_BODIES_WITH =
            """
            select id, body
              from dead_letter
             where settled_at is null and envelope_id is null and channel = :channel
               and position(convert_to(:id, 'UTF8') in body) > 0
               for update
            """;

    private static final String ERASE_FROM =
            """
            update dead_letter set body = :body, detail = split_part(detail, ':', 1) where id = :id
            """;

    private static final String FORGET = "delete from dead_letter where settled_at < :before";

    private static final int BATCH = 500;
    private static final int LONGEST_DETAIL = 4000;

    private final JdbcClient jdbc;
    private final Envelopes envelopes;
    private final ObjectProvider<BodyReader> bodyReaders;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeadLetters(
            JdbcClient jdbc,
            Envelopes envelopes,
            ObjectProvider<BodyReader> bodyReaders,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.envelopes = envelopes;
        this.bodyReaders = bodyReaders;
        this.audit = audit;
        this.transaction = transaction;
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

    /// Retries the dead letter. If it fails again, it becomes a new dead letter.
    public RetryResult retry(UUID id, UserId by) {
        return retry(List.of(id), by);
    }

    /// Retries all that match and are waiting now, oldest first, in batches. Stops when the inbox
    /// is full: the others remain waiting.
    public RetryResult retryAll(Search search, UserId by) {
        var until = clock.instant().atOffset(UTC);
        var ran = 0;
        while (true) {
            var ids =
                    jdbc.sql(WAITING_FROM_THE_OLDEST)
                            .params(search.parameters())
                            .param("until", until)
                            .param("batch", BATCH)
                            .query((row, _) -> row.getObject("id", UUID.class))
                            .list();
            var batch = retry(ids, by);
            ran += batch.ran();
            if (batch.full() || batch.ran() < ids.size() || ids.size() < BATCH) {
                return new RetryResult(ran, batch.full());
            }
        }
    }

    private RetryResult retry(List<UUID> ids, UserId by) {
        var ran = 0;
        try {
            for (var id : ids) {
                ran += retryOne(id, by) ? 1 : 0;
            }
            return new RetryResult(ran, false);
        } catch (InboxFull _) {
            return new RetryResult(ran, true);
        }
    }

    /// A dead letter that the database still refuses remains waiting.
    private boolean retryOne(UUID id, UserId by) {
        try {
            return Boolean.TRUE.equals(transaction.execute(_ -> takeUpAgain(id, by)));
        } catch (DataAccessException failure) {
            if (DatabaseOutage.is(failure)) {
                throw failure;
            }
            return false;
        }
    }

    /// Discards the dead letter; {@return false if it was already retried or discarded}
    ///
    /// @param reason as entered by the administrator, for the audit log
    public boolean discard(UUID id, String reason, UserId by) {
        return Boolean.TRUE.equals(transaction.execute(_ -> settleDiscarded(id, reason, by)));
    }

    private boolean settleDiscarded(UUID id, String reason, UserId by) {
        var letter = byId(id);
        var settled = settle(id);
        if (settled.isPresent()) {
            var before = letter.map(DeadLetters::auditFields).orElse(Map.of());
            var subject = "deadLetter/" + id;
            audit.record(by, "deadLetter.discarded", subject, before, Map.of("reason", reason));
        }
        return settled.isPresent();
    }

    private static Map<String, String> auditFields(DeadLetter letter) {
        return Map.of(
                "cause", letter.cause().name(),
                "endpoint", Objects.requireNonNullElse(letter.endpoint(), ""),
                "receivedAt", letter.receivedAt().toString());
    }

    private Optional<Settled> settle(UUID id) {
        return jdbc.sql(SETTLE)
                .param("id", id)
                .param("now", clock.instant().atOffset(UTC))
                .query(DeadLetters::settledFromRow)
                .optional();
    }

    void erase(Address address, String mid) {
        jdbc.sql(ERASE)
                .param("channel", address.channel().name())
                .param("endpoint", address.endpoint())
                .param("mid", mid)
                .update();
        eraseFromWhole(address.channel(), mid, (reader, body) -> reader.without(mid, body));
    }

    /// Erases this person's failed envelopes, and their data in bodies that were stored whole.
    void eraseAllOf(Address address) {
        jdbc.sql(ERASE_ALL_OF)
                .param("channel", address.channel().name())
                .param("endpoint", address.endpoint())
                .param("person", address.person())
                .update();
        var person = address.person();
        eraseFromWhole(
                address.channel(), person, (reader, body) -> reader.withoutPerson(person, body));
    }

    private void eraseFromWhole(
            ChannelKind channel, String id, BiFunction<BodyReader, byte[], byte[]> redacted) {
        var found =
                jdbc.sql(WHOLE_BODIES_WITH)
                        .param("channel", channel.name())
                        .param("id", id)
                        .query((row, _) ->
                                new Whole(
                                        row.getObject("id", UUID.class),
                                        new Blob(row.getBytes("body"))))
                        .list();
        if (found.isEmpty()) {
            return;
        }
        var reader = readers().of(channel);
        for (var whole : found) {
            jdbc.sql(ERASE_FROM)
                    .param("id", whole.id)
                    .param("body", redacted.apply(reader, whole.body.bytes()))
                    .update();
        }
    }

    /// Looked up late: channels depend on this class to store bodies, and this class on their
    /// readers.
    private ByChannel<BodyReader> readers() {
        return new ByChannel<>(bodyReaders.stream().toList());
    }

    int forgetSettledBefore(Instant before) {
        return jdbc.sql(FORGET).param("before", before.atOffset(UTC)).update();
    }

    private boolean takeUpAgain(UUID id, UserId by) {
        var settled = settle(id);
        settled.ifPresent(letter -> {
            audit.record(by, "deadLetter.runAgain", "deadLetter/" + id, Map.of(), Map.of());
            takeUpAgain(letter);
        });
        return settled.isPresent();
    }

    private void takeUpAgain(Settled letter) {
        if (letter.envelope != null) {
            envelopes.retry(letter.envelope);
        } else if (letter.body.size() == 0) {
            return;
        } else if (letter.source.isEmpty()) {
            envelopes.add(List.of(RefusedEnvelope.of(letter.body.bytes())));
        } else {
            readers().of(letter.channel).retry(letter.source, letter.body.bytes());
        }
    }

    private void insert(
            Origin origin, Cause cause, String detail, byte[] body, @Nullable Long envelope) {
        jdbc.sql(ADD)
                .param("id", Ids.next())
                .param("now", clock.instant().atOffset(UTC))
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

    private record Whole(UUID id, Blob body) {}

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

    /// The result of a retry.
    ///
    /// @param full whether it stopped because the inbox is full
    public record RetryResult(int ran, boolean full) {}

    private record Settled(
            ChannelKind channel, String source, Blob body, @Nullable Long envelope) {}

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
