package dev.parley.routing;

import static dev.parley.platform.Columns.instant;
import static dev.parley.platform.Columns.utc;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.parley.identity.UserId;
import dev.parley.team.QueueId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// When each queue last offered a conversation to which agent, in PostgreSQL.
@Repository
class RoundRobinTurns {
    private static final String TAKE =
            """
            insert into round_robin_turn (queue_id, agent_id, last_at) values (:queue, :agent, :now)
            on conflict (queue_id, agent_id) do update set last_at = excluded.last_at
            """;

    private final JdbcClient jdbc;

    RoundRobinTurns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void took(QueueId queue, UserId agent, Instant now) {
        jdbc.sql(TAKE)
                .param("queue", queue.value())
                .param("agent", agent.value())
                .param("now", utc(now))
                .update();
    }

    Map<QueueId, Map<UserId, Instant>> in(Collection<QueueId> queues) {
        return jdbc
                .sql(
                        "select queue_id, agent_id, last_at from round_robin_turn where queue_id = any (:queues)")
                .param("queues", queues.stream().map(QueueId::value).toArray(UUID[]::new))
                .query((row, _) ->
                        new Turn(
                                new QueueId(row.getObject("queue_id", UUID.class)),
                                new UserId(row.getObject("agent_id", UUID.class)),
                                instant(row, "last_at")))
                .list()
                .stream()
                .collect(groupingBy(Turn::queue, toMap(Turn::agent, Turn::lastAt)));
    }

    private record Turn(QueueId queue, UserId agent, Instant lastAt) {}
}
