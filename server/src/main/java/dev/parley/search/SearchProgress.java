package dev.parley.search;

import static dev.parley.platform.Columns.instant;
import static dev.parley.platform.Columns.utc;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How far the index is, in PostgreSQL. Its lock makes sure that one node at a time indexes.
@Repository
class SearchProgress {
    private static final String LOCK =
            """
            select reached, looked_back_at, compared_down_to, compared_at from search_progress
               for update skip locked
            """;

    private static final String SAVE =
            """
            update search_progress
               set reached = :reached, looked_back_at = :lookedBackAt,
                   compared_down_to = :comparedDownTo, compared_at = :comparedAt
            """;

    private static final String NEWEST = "select id from message order by id desc limit 1";

    /// The lowest id of a stretch of messages that ends with this one.
    private static final String START_OF_STRETCH =
            """
            select id from message where id <= :to order by id desc offset :length limit 1
            """;

    private final JdbcClient jdbc;

    SearchProgress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// {@return the progress, locked until the transaction ends; empty while another node has it}
    Optional<Progress> lock() {
        return jdbc.sql(LOCK)
                .query((row, _) ->
                        new Progress(
                                row.getObject("reached", UUID.class),
                                instant(row, "looked_back_at"),
                                row.getObject("compared_down_to", UUID.class),
                                instant(row, "compared_at")))
                .optional();
    }

    void save(Progress progress) {
        jdbc.sql(SAVE)
                .param("reached", progress.reached)
                .param("lookedBackAt", utc(progress.lookedBackAt))
                .param("comparedDownTo", progress.comparedDownTo)
                .param("comparedAt", utc(progress.comparedAt))
                .update();
    }

    Optional<UUID> newest() {
        return jdbc.sql(NEWEST).query(UUID.class).optional();
    }

    /// {@return the message so many before this one; empty when there are fewer}
    Optional<UUID> before(UUID message, int length) {
        return jdbc.sql(START_OF_STRETCH)
                .param("to", message)
                .param("length", length)
                .query(UUID.class)
                .optional();
    }

    /// @param reached the last message that was indexed in the order of storing; null before the
    ///   first
    /// @param lookedBackAt when messages were last looked for that became visible after later ones
    /// @param comparedDownTo the message from which on all were compared with the index; null while
    ///   no comparison is in progress
    /// @param comparedAt when the last comparison ended
    record Progress(
            @Nullable UUID reached,
            Instant lookedBackAt,
            @Nullable UUID comparedDownTo,
            Instant comparedAt) {
        Progress reaching(UUID message) {
            return new Progress(message, lookedBackAt, comparedDownTo, comparedAt);
        }

        Progress lookedBack(Instant at) {
            return new Progress(reached, at, comparedDownTo, comparedAt);
        }

        Progress comparedDownTo(UUID message) {
            return new Progress(reached, lookedBackAt, message, comparedAt);
        }

        Progress compared(Instant at) {
            return new Progress(reached, lookedBackAt, null, at);
        }
    }
}
