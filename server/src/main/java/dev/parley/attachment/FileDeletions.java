package dev.parley.attachment;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Files that must go: at once, because their message was taken back, or after a while, because
/// they were handed in and no message took them along. Each goes when it is due, and once more when
/// nobody can be writing it any longer: a fetch under way may do so after it was removed.
@Repository
class FileDeletions {
    private static final String NEXT =
            """
            select id, erased_at from erased_file
             where due_at <= :now
             order by due_at
             limit 1
               for update skip locked
            """;

    /// No file that there is already is written over.
    private static final String ADD =
            """
            insert into erased_file (id, erased_at, due_at)
            select :id, :now, :due
             where not exists (select from attachment where id = :id)
            on conflict (id) do nothing
            """;

    /// Also one that is only just being written, or not yet.
    private static final String GO_NOW =
            """
            insert into erased_file (id, erased_at, due_at)
            select :id, :now, :now
             where not exists (select from attachment where id = :id)
            on conflict (id) do update set due_at = excluded.due_at
            """;

    private static final String UNSENT =
            "delete from attachment where id = :id and message_id is null";

    private static final String ONCE_MORE = "update erased_file set due_at = :at where id = :id";

    private static final String DONE = "delete from erased_file where id = :id";

    private final JdbcClient jdbc;
    private final FileStore fileStore;
    private final Clock clock;

    FileDeletions(JdbcClient jdbc, FileStore fileStore, Clock clock) {
        this.jdbc = jdbc;
        this.fileStore = fileStore;
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

    /// The file of this id will be removed then, unless it is kept before. {@return false if there
    /// is such a file already, or it is to go}
    boolean goesUnlessKept(AttachmentId id, Instant now, Instant due) {
        return jdbc.sql(ADD)
                        .param("id", id.value())
                        .param("now", now.atOffset(UTC))
                        .param("due", due.atOffset(UTC))
                        .update()
                == 1;
    }

    void isKept(AttachmentId id) {
        jdbc.sql(DONE).param("id", id.value()).update();
    }

    /// What is no file of anybody's goes at once, and whoever is still writing it is refused.
    void goesNow(AttachmentId id) {
        jdbc.sql(GO_NOW).param("id", id.value()).param("now", now()).update();
    }

    private void remove(Erased erased) {
        jdbc.sql(UNSENT).param("id", erased.id).update();
        fileStore.remove(new AttachmentId(erased.id));
        var nobodyFetchesFrom = erased.at.plus(FileDownloads.LEASE);
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
