package dev.parley.workstream;

import static java.time.ZoneOffset.UTC;

import dev.parley.channel.Endpoint;
import dev.parley.platform.language.Language;
import dev.parley.platform.language.Languages;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The texts of automated messages: the administrator's text, or else the default text in the
/// language of the endpoint; none when an administrator disabled the message.
@Repository
public class AutomatedMessages {
    /// For a `left join` on an endpoint's channel, id and language; gives the columns that
    /// [#fromRow] reads.
    static final String FILES_REFUSED_OF =
            """
            left join lateral (
                select enabled as files_refused_enabled, text as files_refused_text
                  from automated_message
                 where level = 'ENDPOINT' and subject = %s || '/' || %s
                   and trigger = 'FILES_REFUSED' and language = %s) refusal on true
            """;

    private static final String SAVE =
            """
            insert into automated_message (level, subject, trigger, language, text, enabled)
            values ('ENDPOINT', :subject, 'FILES_REFUSED', :language, nullif(:text, ''), :enabled)
            on conflict (level, subject, trigger, language) do update
               set text = excluded.text, enabled = excluded.enabled
            """;

    private static final String FORGET =
            "delete from automated_message where level = 'ENDPOINT' and subject = :subject";

    private final JdbcClient jdbc;
    private final Languages languages;

    AutomatedMessages(JdbcClient jdbc, Languages languages) {
        this.jdbc = jdbc;
        this.languages = languages;
    }

    /// {@return the answer to files that are not accepted; empty when it is disabled}
    public Optional<String> filesRefused(InstanceSettings settings) {
        var message = settings.filesRefused();
        if (!message.enabled()) {
            return Optional.empty();
        }
        return Optional.of(
                message.text().isEmpty()
                        ? defaultFilesRefused(settings.language())
                        : message.text());
    }

    /// {@return the default text of that answer}
    public String defaultFilesRefused(Language language) {
        return languages.texts(language, UTC).text("notice.filesRefused");
    }

    /// Part of the transaction in which an endpoint is set up or changed.
    void save(Endpoint endpoint, InstanceSettings settings) {
        jdbc.sql(SAVE)
                .param("subject", subject(endpoint))
                .param("language", settings.language().tag())
                .param("text", settings.filesRefused().text())
                .param("enabled", settings.filesRefused().enabled())
                .update();
    }

    /// Part of the transaction in which an endpoint is removed from its workstream.
    void delete(Endpoint endpoint) {
        jdbc.sql(FORGET).param("subject", subject(endpoint)).update();
    }

    static AutomatedMessage fromRow(ResultSet row) throws SQLException {
        var enabled = row.getBoolean("files_refused_enabled");
        return row.wasNull()
                ? AutomatedMessage.DEFAULT
                : new AutomatedMessage(
                        enabled,
                        Objects.requireNonNullElse(row.getString("files_refused_text"), ""));
    }

    private static String subject(Endpoint endpoint) {
        return endpoint.channel().name() + "/" + endpoint.id();
    }
}
