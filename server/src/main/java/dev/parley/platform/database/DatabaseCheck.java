package dev.parley.platform.database;

import static dev.parley.platform.Columns.utc;

import dev.parley.platform.SelfCheck;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.springframework.stereotype.Component;

/// Detects that the database does not respond, or accepts no writes. It uses its own connection,
/// with a timeout for each step: the pool's connections may all be blocked already.
@Component
class DatabaseCheck implements SelfCheck {
    private static final String SECONDS = "5";
    private static final String FULL = "53100";
    private static final String READ_ONLY = "25006";

    private final Database database;
    private final Clock clock;

    DatabaseCheck(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public List<Problem> check() {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), properties());
                var statement =
                        connection.prepareStatement("update installation set checked_at = ?")) {
            statement.setObject(1, utc(clock.instant()));
            statement.executeUpdate();
            return List.of();
        } catch (SQLException failure) {
            return List.of(problem(failure));
        }
    }

    static Problem problem(SQLException failure) {
        var state = Objects.toString(failure.getSQLState(), "");
        return switch (state) {
            case FULL -> Problem.severe("databaseFull");
            case READ_ONLY -> Problem.severe("databaseReadOnly");
            default ->
                    isUnavailable(state)
                            ? Problem.severe("databaseSilent")
                            : Problem.severe("databaseUnknown", failure);
        };
    }

    /// The connection failed, or the server is being shut down. A server that refuses for another
    /// reason is running.
    private static boolean isUnavailable(String state) {
        return state.isEmpty() || state.startsWith("08") || state.startsWith("57");
    }

    private Properties properties() {
        var properties = new Properties();
        properties.setProperty("user", database.user());
        properties.setProperty("password", database.password());
        properties.setProperty("ApplicationName", "parley-selfcheck");
        properties.setProperty("loginTimeout", SECONDS);
        properties.setProperty("connectTimeout", SECONDS);
        properties.setProperty("socketTimeout", SECONDS);
        properties.setProperty("logServerErrorDetail", "false");
        return properties;
    }
}
