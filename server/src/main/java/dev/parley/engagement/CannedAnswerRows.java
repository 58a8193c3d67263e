package dev.parley.engagement;

import static dev.parley.platform.Columns.instant;

import dev.parley.identity.UserId;
import dev.parley.workstream.WorkstreamId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// Reads canned answers from rows of their table.
final class CannedAnswerRows {
    private CannedAnswerRows() {}

    static CannedAnswer answer(ResultSet row) throws SQLException {
        var workstreams = (UUID[]) row.getArray("workstreams").getArray();
        var content =
                new CannedAnswerDraft(
                        row.getString("title"),
                        row.getString("language"),
                        row.getString("text"),
                        List.of((String[]) row.getArray("tags").getArray()),
                        row.getBoolean("restricted"),
                        Arrays.stream(workstreams)
                                .map(WorkstreamId::new)
                                .collect(Collectors.toSet()));
        return new CannedAnswer(
                new CannedAnswerId(row.getObject("id", UUID.class)),
                row.getObject("owner_id") == null ? Library.SHARED : Library.PERSONAL,
                content,
                instant(row, "created_at"),
                new UserId(row.getObject("created_by", UUID.class)),
                instant(row, "changed_at"),
                new UserId(row.getObject("changed_by", UUID.class)),
                row.getInt("revision"));
    }
}
