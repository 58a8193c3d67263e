package dev.parley.mail;

import static dev.parley.platform.Columns.utc;

import dev.parley.platform.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The e-mails to send, stored in PostgreSQL until the SMTP server has accepted them.
@Repository
public class Emails {
    private static final String INSERT =
            """
            insert into email (id, key, subject, text, written_at, due_at)
            values (:id, :key, :subject, :text, :now, :now)
            on conflict (key) do nothing
            """;

    private static final String CLAIM =
            """
            update email
               set due_at = :lease, attempts = attempts + 1
             where id = (select id from email
                          where due_at <= :now
                          order by due_at
                          limit 1
                            for update skip locked)
            returning id, subject, text, attempts
            """;

    private static final String SENT =
            "update email set sent_at = :now, due_at = null, problem = null where id = :id";

    private static final String LATER =
            "update email set due_at = :at, problem = :problem where id = :id and sent_at is null";

    private static final String GIVE_UP =
            "update email set due_at = null, problem = :problem where id = :id";

    private static final String DELETE = "delete from email where written_at < :before";

    private final JdbcClient jdbc;
    private final MailSettings settings;
    private final Clock clock;

    Emails(JdbcClient jdbc, MailSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /// Queues an e-mail to the configured recipients, in the caller's transaction; does nothing if
    /// e-mail is not configured.
    ///
    /// @param key e-mails with the same key are sent only once
    public void queue(String key, String subject, String text) {
        if (settings.isConfigured()) {
            jdbc.sql(INSERT)
                    .param("id", Ids.next())
                    .param("key", key)
                    .param("subject", subject)
                    .param("text", text)
                    .param("now", utc(clock.instant()))
                    .update();
        }
    }

    Optional<Email> claim(Instant now, Instant lease) {
        return jdbc.sql(CLAIM)
                .param("now", utc(now))
                .param("lease", utc(lease))
                .query(Emails::fromRow)
                .optional();
    }

    void sent(Email email, Instant now) {
        jdbc.sql(SENT).param("id", email.id()).param("now", utc(now)).update();
    }

    /// @param at the time of the next attempt
    void retryAt(Email email, Instant at, String problem) {
        jdbc.sql(LATER)
                .param("id", email.id())
                .param("at", utc(at))
                .param("problem", problem)
                .update();
    }

    /// Stops further attempts.
    void giveUp(Email email, String problem) {
        jdbc.sql(GIVE_UP).param("id", email.id()).param("problem", problem).update();
    }

    int deleteBefore(Instant before) {
        return jdbc.sql(DELETE).param("before", utc(before)).update();
    }

    private static Email fromRow(ResultSet row, int index) throws SQLException {
        return new Email(
                row.getObject("id", UUID.class),
                row.getString("subject"),
                row.getString("text"),
                row.getInt("attempts"));
    }
}
