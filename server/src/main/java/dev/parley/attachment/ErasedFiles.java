package dev.parley.attachment;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Files whose message was taken back and that must go. Each goes at once, and once more when
/// nobody can be fetching it any longer: a fetch under way may write it after it was removed.
@Repository
class ErasedFiles {
    private static final String NEXT =
            """
            select id, erased_at from erased_file
             where due_at <= :now
             order by due_at
             limit 1
               for update skip locked
            """;

    private static final String ONCE_MORE = "update erased_file set due_at = :at where id = :id";

    private static final String DONE = "delete from erased_file where id = :id";

    private final JdbcClient jdbc;
    private final Storeroom storeroom;
    private final Clock clock;

    ErasedFiles(JdbcClient jdbc, Storeroom storeroom, Clock clock) {
        this.jdbc = jdbc;
        this.storeroom = storeroom;
        this.clock = clock;
    }

    /// Removes the next file that is due; {@return false if there is none}
    @Transactional
    boolean removeOne() {
        var next =
                jdbc.sql(NEXT)
                        .param("now", now())
                        .query((row, _) ->
                                new Erased(
                                        row.getObject("id", UUID.class),
                                        row.getObject("erased_at", OffsetDateTime.class)))
                        .optional();
        next.ifPresent(this::remove);
        return next.isPresent();
    }

    private void remove(Erased erased) {
        storeroom.remove(new AttachmentId(erased.id));
        var nobodyFetchesFrom = erased.at.plus(Fetching.LEASE);
        if (nobodyFetchesFrom.isAfter(now())) {
            jdbc.sql(ONCE_MORE).param("id", erased.id).param("at", nobodyFetchesFrom).update();
        } else {
            jdbc.sql(DONE).param("id", erased.id).update();
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(UTC);
    }

    private record Erased(UUID id, OffsetDateTime at) {}
}
