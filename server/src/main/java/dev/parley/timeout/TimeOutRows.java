package dev.parley.timeout;

import static dev.parley.platform.Columns.instant;

import dev.parley.identity.UserId;
import dev.parley.workstream.WorkstreamId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/// Maps time-out rules to database rows.
final class TimeOutRows {
    private TimeOutRows() {}

    static TimeOutRule rule(ResultSet row) throws SQLException {
        return new TimeOutRule(
                new TimeOutRuleId(row.getObject("id", UUID.class)),
                new WorkstreamId(row.getObject("workstream_id", UUID.class)),
                row.getInt("place"),
                new TimeOutRuleDraft(
                        SilentParty.valueOf(row.getString("silent")),
                        Duration.ofSeconds(row.getInt("after_seconds")),
                        TimeOutAction.valueOf(row.getString("action")),
                        row.getString("english"),
                        row.getString("chinese")),
                instant(row, "created_at"),
                new UserId(row.getObject("created_by", UUID.class)),
                instant(row, "changed_at"),
                new UserId(row.getObject("changed_by", UUID.class)),
                row.getInt("revision"));
    }

    /// The columns of the content, by the names of the parameters.
    static Map<String, Object> columns(TimeOutRuleDraft draft) {
        return Map.of(
                "silent", draft.silent().name(),
                "after", (int) draft.after().toSeconds(),
                "action", draft.action().name(),
                "english", draft.english(),
                "chinese", draft.chinese());
    }
}
