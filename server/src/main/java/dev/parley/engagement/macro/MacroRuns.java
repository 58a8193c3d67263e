package dev.parley.engagement.macro;

import static dev.parley.platform.Columns.utc;

import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// How far macros got that agents started, in PostgreSQL. A repeated request finds its run, and
/// continues with the first step that is not done.
@Repository
public class MacroRuns {
    private static final Duration KEPT = Duration.ofDays(1);

    private static final String FIND = "select * from macro_run where user_id = :me and key = :key";

    private static final String START =
            """
            insert into macro_run (user_id, key, conversation_id, macro_id, steps, started_at)
            values (:me, :key, :conversation, :macro, :steps::jsonb, :now)
            on conflict do nothing
            """;

    private static final String CLAIM =
            """
            update macro_run set done = :step + 1
             where user_id = :me and key = :key and done = :step
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    MacroRuns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// {@return what this agent started with this key}
    public Optional<MacroRun> find(SignedIn me, UUID key) {
        return jdbc.sql(FIND)
                .param("me", me.userId().value())
                .param("key", key)
                .query((row, _) -> run(row))
                .optional();
    }

    /// Begins a run, or {@return the one that was begun with the same key}
    @Transactional
    public MacroRun start(SignedIn me, UUID key, UUID conversation, Macro macro) {
        var now = clock.instant();
        jdbc.sql("delete from macro_run where started_at < :before")
                .param("before", utc(now.minus(KEPT)))
                .update();
        jdbc.sql(START)
                .param("me", me.userId().value())
                .param("key", key)
                .param("conversation", conversation)
                .param("macro", macro.id().value())
                .param("steps", MacroJson.toJson(macro.content().steps()))
                .param("now", utc(now))
                .update();
        return find(me, key).orElseThrow();
    }

    /// Marks a step as done, in the transaction that does it. Another request with the same key
    /// waits for that transaction.
    ///
    /// @param step its place, from 0
    /// @return false if it is done already
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean claim(MacroRun run, int step) {
        return jdbc.sql(CLAIM)
                        .param("me", run.agent().value())
                        .param("key", run.key())
                        .param("step", step)
                        .update()
                == 1;
    }

    private static MacroRun run(ResultSet row) throws SQLException {
        return new MacroRun(
                new UserId(row.getObject("user_id", UUID.class)),
                row.getObject("key", UUID.class),
                row.getObject("conversation_id", UUID.class),
                MacroJson.fromJson(row.getString("steps")),
                row.getInt("done"));
    }
}
