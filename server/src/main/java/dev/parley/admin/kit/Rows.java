package dev.parley.admin.kit;

import static dev.parley.platform.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;

/// Reads the common columns of list rows.
public final class Rows {
    private Rows() {}

    /// {@return who created the row and who changed it last, from the columns `created_at`,
    /// `created_by`, `changed_at` and `changed_by`, which contain names}
    public static ChangeInfo made(ResultSet row) throws SQLException {
        return new ChangeInfo(
                instant(row, "created_at"),
                row.getString("created_by"),
                instant(row, "changed_at"),
                row.getString("changed_by"));
    }
}
