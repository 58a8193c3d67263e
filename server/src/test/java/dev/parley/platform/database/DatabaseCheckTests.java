package dev.parley.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.SelfCheck.Problem;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseCheckTests {
    @ParameterizedTest
    @CsvSource({
        "08001, databaseSilent",
        "08006, databaseSilent",
        "57P03, databaseSilent",
        ", databaseSilent",
        "53100, databaseFull",
        "25006, databaseReadOnly",
        "28P01, databaseUnknown",
        "42501, databaseUnknown",
        "53300, databaseUnknown"
    })
    void theSqlStateDefinesTheProblem(String state, String cause) {
        var problem = DatabaseCheck.problem(new SQLException("No", state));
        assertThat(problem)
                .extracting(Problem::cause, Problem::severe)
                .containsExactly(cause, true);
    }

    @Test
    void anUnknownErrorIsReportedWithItsMessage() {
        var refused = new SQLException("password authentication failed", "28P01");
        assertThat(DatabaseCheck.problem(refused).facts())
                .singleElement()
                .asString()
                .contains("password authentication failed");
    }
}
