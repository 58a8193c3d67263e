package dev.parley.background;

import static dev.parley.platform.Columns.utc;

import dev.parley.background.CrashJournalFile.RecordedWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Work that was in progress when a process died, in PostgreSQL, and in memory for checks before
/// work starts. Usually there is none.
final class CrashSuspects {
    private static final Duration RETENTION = Duration.ofDays(90);
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private static final String STRIKE =
            """
            insert into crash_suspect as known (kind, key, strikes, life, last_at)
            values (:kind, :key, :strikes, :life, :now)
            on conflict (kind, key) do update
               set strikes = known.strikes + case when known.life = excluded.life then 0
                                                  else excluded.strikes end,
                   life = excluded.life, last_at = excluded.last_at
            """;

    private static final String ALL = "select kind, key, strikes, set_aside_at from crash_suspect";

    private static final String CLEAR =
            "delete from crash_suspect where kind = :kind and key = :key";

    /// When it is retried manually, it gets one more attempt.
    private static final String SET_ASIDE =
            """
            update crash_suspect set strikes = 1, set_aside_at = :now
             where kind = :kind and key = :key
            """;

    private static final String FORGET = "delete from crash_suspect where last_at < :before";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<Work, Integer> strikes = new ConcurrentHashMap<>();
    private final Map<Work, Boolean> setAside = new ConcurrentHashMap<>();
    private final Map<Work, Instant> pausedUntil = new ConcurrentHashMap<>();

    CrashSuspects(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Adds a strike to the cause of the crash of this process: the suspect that ran alone; without
    /// one, the work that was in progress alone. Among several the cause is unknown, so all of them
    /// run alone next time. Rounds of pumps that do not record their work count only if there is no
    /// other work.
    void addStrikes(UUID life, List<RecordedWork> all) {
        var exact = all.stream().filter(one -> !one.kind().equals(CrashJournal.PUMP)).toList();
        var inHand = exact.isEmpty() ? all : exact;
        var suspected = inHand.stream().anyMatch(RecordedWork::suspect);
        var alone = inHand.size() == 1 && inHand.getFirst().keys().size() == 1;
        for (var noted : inHand) {
            var strike = noted.suspect() || (!suspected && alone) ? 1 : 0;
            noted.keys().forEach(key -> strike(new Work(noted.kind(), key), strike, life));
        }
    }

    private void strike(Work work, int strike, UUID life) {
        about(STRIKE, work)
                .param("strikes", strike)
                .param("life", life)
                .param("now", utc(clock.instant()))
                .update();
    }

    void read() {
        jdbc.sql(FORGET).param("before", utc(clock.instant().minus(RETENTION))).update();
        strikes.clear();
        setAside.clear();
        jdbc.sql(ALL)
                .query((row, _) -> {
                    var work = new Work(row.getString("kind"), row.getString("key"));
                    strikes.put(work, row.getInt("strikes"));
                    if (row.getObject("set_aside_at") != null) {
                        setAside.put(work, true);
                    }
                    return work;
                })
                .list();
    }

    boolean has(Work work) {
        return !strikes.isEmpty() && strikes.containsKey(work);
    }

    int strikes(Work work) {
        return strikes.getOrDefault(work, 0);
    }

    /// Pauses it for a while, after which it is tried again.
    void pause(Work work) {
        pausedUntil.put(work, clock.instant().plus(PAUSE));
    }

    boolean isPaused(Work work) {
        var until = pausedUntil.get(work);
        return until != null && clock.instant().isBefore(until);
    }

    int countSetAside() {
        return setAside.size();
    }

    void clear(Work work) {
        about(CLEAR, work).update();
        strikes.remove(work);
        setAside.remove(work);
    }

    void setAside(Work work) {
        about(SET_ASIDE, work).param("now", utc(clock.instant())).update();
        strikes.put(work, 1);
        setAside.put(work, true);
    }

    private JdbcClient.StatementSpec about(String sql, Work work) {
        return jdbc.sql(sql).param("kind", work.kind).param("key", work.key);
    }

    /// @param key unique within its kind
    record Work(String kind, String key) {}
}
