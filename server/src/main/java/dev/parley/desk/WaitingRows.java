package dev.parley.desk;

import static dev.parley.platform.Columns.instantOrNull;

import dev.parley.desk.view.SupervisionView.QueueLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The read model of waiting work: it reads the tables of `team` and `routing` directly, so that it
/// needs only one statement.
@Repository
class WaitingRows {
    private static final String BY_QUEUE =
            """
            select q.name, q.is_default, count(w.conversation_id) as waiting, min(w.since) as since
              from queue q
              left join work_item w on w.queue_id = q.id
             group by q.id
             order by q.priority, lower(q.name), q.id
            """;

    private final JdbcClient jdbc;

    WaitingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<QueueLine> byQueue() {
        return jdbc.sql(BY_QUEUE).query((row, _) -> fromRow(row)).list();
    }

    private static QueueLine fromRow(ResultSet row) throws SQLException {
        var since = instantOrNull(row, "since");
        return new QueueLine(
                row.getBoolean("is_default") ? null : row.getString("name"),
                row.getInt("waiting"),
                since);
    }
}
