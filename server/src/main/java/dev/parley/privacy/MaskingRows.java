package dev.parley.privacy;

import static dev.parley.platform.Columns.instant;

import dev.parley.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads rows of masking rules.
final class MaskingRows {
    private MaskingRows() {}

    static MaskingRule rule(ResultSet row) throws SQLException {
        return new MaskingRule(
                new MaskingRuleId(row.getObject("id", UUID.class)),
                MaskedKind.valueOf(row.getString("kind")),
                new MaskingDraft(
                        row.getString("name"),
                        row.getString("expression"),
                        row.getBoolean("customer"),
                        row.getBoolean("agent"),
                        row.getBoolean("active")),
                instant(row, "created_at"),
                userOrNull(row, "created_by"),
                instant(row, "changed_at"),
                userOrNull(row, "changed_by"),
                row.getInt("revision"));
    }

    private static @Nullable UserId userOrNull(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new UserId(id);
    }
}
