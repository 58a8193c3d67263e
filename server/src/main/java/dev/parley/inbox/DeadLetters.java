package dev.parley.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.channel.Blob;
import dev.parley.inbox.DeadLetter.Cause;
import dev.parley.inbox.Envelopes.Claimed;
import dev.parley.platform.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What could not be acted on, kept with its cause until somebody runs it again.
@Repository
public class DeadLetters {
    private static final String ADD =
            """
            insert into dead_letter (id, received_at, source, page, cause, detail, body, envelope_id)
            values (:id, :now, :source, :page, :cause, :detail, :body, :envelope)
            """;

    private static final String WAITING =
            """
            select id, received_at, source, page, cause, detail, body, envelope_id
              from dead_letter
             where settled_at is null
             order by received_at desc
             limit 200
            """;

    private static final String TAKE =
            """
            update dead_letter set settled_at = :now
             where id = :id and settled_at is null
            returning id, received_at, source, page, cause, detail, body, envelope_id
            """;

    private final JdbcClient jdbc;
    private final Envelopes envelopes;
    private final ObjectProvider<BodyReader> bodyReader;
    private final Clock clock;

    DeadLetters(
            JdbcClient jdbc,
            Envelopes envelopes,
            ObjectProvider<BodyReader> bodyReader,
            Clock clock) {
        this.jdbc = jdbc;
        this.envelopes = envelopes;
        this.bodyReader = bodyReader;
        this.clock = clock;
    }

    /// Keeps a body that could not be turned into envelopes.
    public void add(String source, @Nullable String page, Cause cause, String detail, byte[] body) {
        insert(source, page, cause, detail, body, null);
    }

    void add(Claimed failed, RuntimeException failure) {
        var envelope = failed.envelope();
        insert(
                "",
                envelope.address().page(),
                Cause.FAILED,
                failure.toString(),
                envelope.payload().getBytes(UTF_8),
                failed.id());
    }

    public List<DeadLetter> waiting() {
        return jdbc.sql(WAITING).query((row, _) -> fromRow(row)).list();
    }

    public long count() {
        return jdbc.sql("select count(*) from dead_letter where settled_at is null")
                .query(Long.class)
                .single();
    }

    /// Takes the letter up again; {@return false if somebody did already} What fails again comes
    /// back as a new letter.
    @Transactional
    public boolean runAgain(UUID id) {
        var letter =
                jdbc.sql(TAKE)
                        .param("id", id)
                        .param("now", now())
                        .query((row, _) -> new Taken(fromRow(row), envelopeOf(row)))
                        .optional();
        letter.ifPresent(this::takeUpAgain);
        return letter.isPresent();
    }

    private void takeUpAgain(Taken taken) {
        if (taken.envelope != null) {
            envelopes.takeUpAgain(taken.envelope);
        } else {
            bodyReader.getObject().takeUpAgain(taken.letter.source(), taken.letter.body().bytes());
        }
    }

    private void insert(
            String source,
            @Nullable String page,
            Cause cause,
            String detail,
            byte[] body,
            @Nullable Long envelope) {
        jdbc.sql(ADD)
                .param("id", Ids.next())
                .param("now", now())
                .param("source", source)
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

    private static @Nullable Long envelopeOf(ResultSet row) throws SQLException {
        return row.getObject("envelope_id", Long.class);
    }

    private static DeadLetter fromRow(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getObject("id", UUID.class),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("source"),
                row.getString("page"),
                Cause.valueOf(row.getString("cause")),
                row.getString("detail"),
                new Blob(row.getBytes("body")));
    }

    private record Taken(DeadLetter letter, @Nullable Long envelope) {}
}
