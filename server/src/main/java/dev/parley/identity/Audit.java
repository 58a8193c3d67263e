package dev.parley.identity;

import dev.parley.platform.Ids;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The record of who did what. Written in the transaction of the deed: neither stands alone.
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

    /// Keeps that this was done.
    ///
    /// @param who null when Parley did it by itself
    /// @param action what was done to what, such as `user.created`
    /// @param subject kind and id, such as `user/0198…`
    /// @param before what mattered about it; never a secret
    public void record(
            @Nullable UserId who,
            String action,
            String subject,
            Map<String, ?> before,
            Map<String, ?> after) {
        jdbc.sql(INSERT)
                .param("id", Ids.next())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("who", who == null ? null : who.value())
                .param("action", action)
                .param("subject", subject)
                .param("before", json.writeValueAsString(before))
                .param("after", json.writeValueAsString(after))
                .update();
    }
}
