package dev.parley.platform;

import static dev.parley.platform.Columns.instantOrNull;
import static dev.parley.platform.Columns.utcOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The database row of this installation.
@Repository
class InstallationRow {
    private static final String RECORDED = "select * from installation";

    private static final String RECORD =
            """
            update installation
               set address = :address, directory = :directory, machine = :machine,
                   database = :database, copy_since = :copySince
            """;

    private static final String DATABASE =
            "select system_identifier || '/' || current_database() from pg_control_system()";

    private final JdbcClient jdbc;

    InstallationRow(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Recorded recorded() {
        return jdbc.sql(RECORDED).query(InstallationRow::fromRow).single();
    }

    void record(InstallationLocation location, @Nullable Instant copySince) {
        jdbc.sql(RECORD)
                .param("address", location.address())
                .param("directory", location.directory())
                .param("machine", location.machine())
                .param("database", location.database())
                .param("copySince", utcOrNull(copySince))
                .update();
    }

    /// {@return the identity of the database; null if it may not be queried}
    @Nullable String database() {
        try {
            return jdbc.sql(DATABASE).query((row, _) -> row.getString(1)).single();
        } catch (DataAccessException _) {
            return null;
        }
    }

    private static Recorded fromRow(ResultSet row, int index) throws SQLException {
        var copySince = instantOrNull(row, "copy_since");
        return new Recorded(
                row.getObject("id", UUID.class),
                new InstallationLocation(
                        row.getString("address"),
                        row.getString("directory"),
                        row.getString("machine"),
                        row.getString("database")),
                copySince);
    }

    /// @param location where it ran when it was last recognised
    /// @param copySince when it was declared a copy
    record Recorded(UUID id, InstallationLocation location, @Nullable Instant copySince) {}
}
