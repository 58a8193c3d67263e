package dev.parley.identity;

import static dev.parley.platform.Columns.utc;

import dev.parley.platform.Ids;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The audit log of who did what. An entry is written in the transaction of the action, so neither
/// exists without the other.
@Repository
public class Audit {
    private static final String INSERT =
            """
            insert into audit_entry (id, at, who, action, subject, before, after)
            values (:id, :at, :who, :action, :subject, :before::jsonb, :after::jsonb)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Audit(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /// Records an action.
    ///
    /// @param who null if Parley did it automatically
    /// @param action what was done to what, such as `user.created`
    /// @param subject kind and id, such as `user/0198…`
    /// @param before the relevant values before; never a secret
    public void record(
            @Nullable UserId who,
            String action,
            String subject,
            Map<String, ?> before,
            Map<String, ?> after) {
        jdbc.sql(INSERT)
                .param("id", Ids.next())
                .param("at", utc(clock.instant()))
                .param("who", who == null ? null : who.value())
                .param("action", action)
                .param("subject", subject)
                .param("before", json.writeValueAsString(before))
                .param("after", json.writeValueAsString(after))
                .update();
    }
}
