package dev.parley.workstream;

import dev.parley.team.QueueId;
import dev.parley.team.QueueUse;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Prevents the deletion of queues that are the fallback queue of a workstream.
@Repository
class FallbackQueues implements QueueUse {
    private final JdbcClient jdbc;

    FallbackQueues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Use> of(QueueId queue) {
        return jdbc
                .sql(
                        "select name from workstream where fallback_queue_id = :queue order by lower(name)")
                .param("queue", queue.value())
                .query((row, _) -> new Use.FallbackOf(row.getString("name")))
                .list()
                .stream()
                .map(use -> (Use) use)
                .toList();
    }
}
