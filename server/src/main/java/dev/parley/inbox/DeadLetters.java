package dev.parley.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.channel.Address;
import dev.parley.channel.Blob;
import dev.parley.identity.Audit;
import dev.parley.identity.UserId;
import dev.parley.inbox.DeadLetter.Cause;
import dev.parley.inbox.Envelopes.Claimed;
import dev.parley.platform.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/// What could not be acted on, kept with its cause until somebody runs it again. The same body from
/// the same place waits as one letter, however often it is delivered.
@Repository
public class DeadLetters {
    private static final String ADD =
            """
            insert into dead_letter
                   (id, received_at, source, digest, page, cause, detail, body, envelope_id)
            values (:id, :now, :source, sha256(:origin || :body), :page, :cause, :detail, :body,
                    :envelope)
            on conflict (digest) where settled_at is null do nothing
            """;

    private static final String NEWEST_WAITING =
            """
            select id, received_at, source, page, cause, detail, octet_length(body) as size
              from dead_letter
             where settled_at is null
             order by received_at desc, id desc
             limit 200
            """;

    private static final String WAITING_FROM_THE_OLDEST =
            "select id from dead_letter where settled_at is null order by received_at, id";

    private static final String WAITING_BY_ID =
            """
            select id, received_at, source, page, cause, detail, octet_length(body) as size
              from dead_letter
             where id = :id and settled_at is null
            """;

    private static final String BODY_OF = "select body from dead_letter where id = :id";

    /// The body goes on in its envelopes, or in the letter that comes back.
    private static final String SETTLE =
            """
            with letter as (select id, source, body, envelope_id
                              from dead_letter
                             where id = :id and settled_at is null
                               for update)
            update dead_letter
               set settled_at = :now, body = ''
              from letter
             where dead_letter.id = letter.id
            returning letter.source, letter.body, letter.envelope_id
            """;

    /// The detail keeps the name of the failure only: its words may quote the message.
    private static final String ERASE =
            """
            update dead_letter
               set body = '', detail = split_part(detail, ':', 1)
             where envelope_id in (select id
                                     from envelope
                                    where channel = :channel and page = :page
                                      and (key = :mid or key > :mid || '#' and key < :mid || '$'))
            """;

    private static final String WHOLE_BODIES_WITH =
            """
            select id, body
              from dead_letter
             where settled_at is null and envelope_id is null
               and position(convert_to(:mid, 'UTF8') in body) > 0
               for update
            """;

    private static final String FORGET = "delete from dead_letter where settled_at < :before";

    private final JdbcClient jdbc;
    private final Envelopes envelopes;
    private final ObjectProvider<BodyReader> bodyReader;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeadLetters(
            JdbcClient jdbc,
            Envelopes envelopes,
            ObjectProvider<BodyReader> bodyReader,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.envelopes = envelopes;
        this.bodyReader = bodyReader;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Keeps a body that could not be turned into envelopes, unless it waits here already.
    public void add(String source, @Nullable String page, Cause cause, String detail, byte[] body) {
        insert(source, source, page, cause, detail, body, null);
    }

    void add(Claimed failed, RuntimeException failure) {
        var envelope = failed.envelope();
        insert(
                "",
                "envelope " + failed.id(),
                envelope.address().page(),
                Cause.FAILED,
                failure.toString(),
                envelope.payload().getBytes(UTF_8),
                failed.id());
    }

    /// {@return the newest 200 that wait, newest first}
    public List<DeadLetter> waiting() {
        return jdbc.sql(NEWEST_WAITING).query(DeadLetters::fromRow).list();
    }

    /// {@return the letter, if it still waits}
    public Optional<DeadLetter> byId(UUID id) {
        return jdbc.sql(WAITING_BY_ID).param("id", id).query(DeadLetters::fromRow).optional();
    }

    /// {@return exactly what was delivered; empty when the customer took it back}
    public Blob bodyOf(DeadLetter letter) {
        return jdbc.sql(BODY_OF)
                .param("id", letter.id())
                .query((row, _) -> new Blob(row.getBytes("body")))
                .single();
    }

    public long count() {
        return jdbc.sql("select count(*) from dead_letter where settled_at is null")
                .query(Long.class)
                .single();
    }

    /// Takes the letter up again; {@return false if somebody did already} What fails again comes
    /// back as a new letter.
    public boolean runAgain(UUID id, UserId by) {
        return Boolean.TRUE.equals(transaction.execute(_ -> takeUpAgain(id, by)));
    }

    /// Takes all letters up again that wait now, oldest first, each by itself.
    ///
    /// @return how many
    public int runAllAgain(UserId by) {
        var ids =
                jdbc.sql(WAITING_FROM_THE_OLDEST)
                        .query((row, _) -> row.getObject("id", UUID.class))
                        .list();
        return (int) ids.stream().filter(id -> runAgain(id, by)).count();
    }

    void erase(Address address, String mid) {
        jdbc.sql(ERASE)
                .param("channel", address.channel().name())
                .param("page", address.page())
                .param("mid", mid)
                .update();
        jdbc.sql(WHOLE_BODIES_WITH)
                .param("mid", mid)
                .query((row, _) ->
                        new Whole(row.getObject("id", UUID.class), new Blob(row.getBytes("body"))))
                .list()
                .forEach(whole -> eraseFrom(whole, mid));
    }

    /// A body that was set aside whole may hold the message beside what stood in its way.
    private void eraseFrom(Whole whole, String mid) {
        jdbc.sql("update dead_letter set body = :body where id = :id")
                .param("id", whole.id)
                .param("body", bodyReader.getObject().without(mid, whole.body.bytes()))
                .update();
    }

    int forgetSettledBefore(Instant before) {
        return jdbc.sql(FORGET).param("before", before.atOffset(ZoneOffset.UTC)).update();
    }

    private boolean takeUpAgain(UUID id, UserId by) {
        var settled =
                jdbc.sql(SETTLE)
                        .param("id", id)
                        .param("now", now())
                        .query(DeadLetters::settledFromRow)
                        .optional();
        settled.ifPresent(letter -> {
            audit.record(by, "deadLetter.runAgain", "deadLetter/" + id, Map.of(), Map.of());
            takeUpAgain(letter);
        });
        return settled.isPresent();
    }

    private void takeUpAgain(Settled letter) {
        if (letter.envelope != null) {
            envelopes.takeUpAgain(letter.envelope);
        } else {
            bodyReader.getObject().takeUpAgain(letter.source, letter.body.bytes());
        }
    }

    private void insert(
            String source,
            String origin,
            @Nullable String page,
            Cause cause,
            String detail,
            byte[] body,
            @Nullable Long envelope) {
        jdbc.sql(ADD)
                .param("id", Ids.next())
                .param("now", now())
                .param("source", source)
                .param("origin", (origin + '\n').getBytes(UTF_8))
                .param("page", page)
                .param("cause", cause.name())
                .param("detail", detail.replace('\0', ' '))
                .param("body", body)
                .param("envelope", envelope)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static DeadLetter fromRow(ResultSet row, int index) throws SQLException {
        return new DeadLetter(
                row.getObject("id", UUID.class),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("source"),
                row.getString("page"),
                Cause.valueOf(row.getString("cause")),
                row.getString("detail"),
                row.getInt("size"));
    }

    private static Settled settledFromRow(ResultSet row, int index) throws SQLException {
        return new Settled(
                row.getString("source"),
                new Blob(row.getBytes("body")),
                row.getObject("envelope_id", Long.class));
    }

    private record Whole(UUID id, Blob body) {}

    private record Settled(String source, Blob body, @Nullable Long envelope) {}
}
