package dev.parley.platform;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// Reads and writes columns whose Java type the driver does not know.
public final class Columns {
    private Columns() {}

    /// {@return the instant in a `timestamptz` that is never null}
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return requireNonNull(instantOrNull(row, column), column);
    }

    /// {@return the instant in a `timestamptz`; null if it has none}
    public static @Nullable Instant instantOrNull(ResultSet row, String column)
            throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /// {@return the value of a `timestamptz` parameter}
    public static OffsetDateTime utc(Instant at) {
        return at.atOffset(UTC);
    }

    /// {@return the value of a `timestamptz` parameter; null for null}
    public static @Nullable OffsetDateTime utcOrNull(@Nullable Instant at) {
        return at == null ? null : utc(at);
    }
}
