package dev.parley.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// A table with rows that must not be lost.
final class TestRows {
    private TestRows() {}

    static void create(EmbeddedPostgres postgres) throws SQLException {
        run(postgres, "create table kept (number int primary key)");
    }

    static void add(EmbeddedPostgres postgres, int number) throws SQLException {
        run(postgres, "insert into kept values (" + number + ")");
    }

    static int count(EmbeddedPostgres postgres) throws SQLException {
        return Integer.parseInt(ask(postgres, "select count(*) from kept"));
    }

    static String ask(EmbeddedPostgres postgres, String question) throws SQLException {
        try (var connection = connect(postgres);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }

    static void run(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = connect(postgres);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(
                postgres.jdbcUrl(), postgres.user(), postgres.password());
    }
}
