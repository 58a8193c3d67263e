package dev.parley.attachment;

import static dev.parley.platform.Columns.instant;
import static dev.parley.platform.Columns.utc;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Files to delete: at once, because their message was unsent, or later, because they were uploaded
/// and no message used them. Each is deleted when it is due, and again when no fetch can still
/// write it: a fetch in progress may do so after the first deletion.
@Repository
class FileDeletions {
    private static final String NEXT =
            """
            select id, erased_at from file_deletion
             where due_at <= :now
             order by due_at
             limit 1
               for update skip locked
            """;

    /// Never replaces an existing file.
    private static final String ADD =
            """
            insert into file_deletion (id, erased_at, due_at)
            select :id, :now, :due
             where not exists (select from attachment where id = :id)
            on conflict (id) do nothing
            """;

    /// Also for a file that is still being written, or not yet.
    private static final String DELETE_NOW =
            """
            insert into file_deletion (id, erased_at, due_at)
            select :id, :now, :now
             where not exists (select from attachment where id = :id)
            on conflict (id) do update set due_at = excluded.due_at
            """;

    private static final String UNSENT =
            "delete from attachment where id = :id and message_id is null";

    private static final String DELETE_AGAIN =
            "update file_deletion set due_at = :at where id = :id";

    private static final String DONE = "delete from file_deletion where id = :id";

    private final JdbcClient jdbc;
    private final FileStore fileStore;
    private final Clock clock;

    FileDeletions(JdbcClient jdbc, FileStore fileStore, Clock clock) {
        this.jdbc = jdbc;
        this.fileStore = fileStore;
        this.clock = clock;
    }

    /// Deletes the next file that is due; {@return false if there is none}
    @Transactional
    boolean deleteNext() {
        var next =
                jdbc.sql(NEXT)
                        .param("now", utc(clock.instant()))
                        .query((row, _) ->
                                new Deletion(
                                        row.getObject("id", UUID.class), instant(row, "erased_at")))
                        .optional();
        next.ifPresent(this::remove);
        return next.isPresent();
    }

    /// Schedules the deletion of this file, unless it is stored before. {@return false if the file
    /// exists already, or its deletion is scheduled already}
    boolean scheduleUnlessStored(AttachmentId id, Instant now, Instant due) {
        return jdbc.sql(ADD)
                        .param("id", id.value())
                        .param("now", utc(now))
                        .param("due", utc(due))
                        .update()
                == 1;
    }

    void cancel(AttachmentId id) {
        jdbc.sql(DONE).param("id", id.value()).update();
    }

    /// Deletes a file that no row refers to at once, and refuses an upload of it that is still in
    /// progress.
    void deleteNow(AttachmentId id) {
        jdbc.sql(DELETE_NOW).param("id", id.value()).param("now", utc(clock.instant())).update();
    }

    private void remove(Deletion erased) {
        jdbc.sql(UNSENT).param("id", erased.id).update();
        fileStore.remove(new AttachmentId(erased.id));
        var fetchesEndAt = erased.at.plus(DownloadDispatch.LEASE);
        if (fetchesEndAt.isAfter(clock.instant())) {
            jdbc.sql(DELETE_AGAIN).param("id", erased.id).param("at", utc(fetchesEndAt)).update();
        } else {
            fileStore.removeParts(new AttachmentId(erased.id));
            jdbc.sql(DONE).param("id", erased.id).update();
        }
    }

    private record Deletion(UUID id, Instant at) {}
}
