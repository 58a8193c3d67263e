package dev.parley.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.parley.platform.ParleySettings;
import dev.parley.platform.SettingsCheck;
import dev.parley.platform.StartRefused;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Provides the connection pool that all modules share, to the embedded or an external database.
@Configuration(proxyBeanMethods = false)
class DatabaseWiring {
    private static final int OLDEST = 160_000;

    /// How long a request waits for a connection, in milliseconds. Channels wait for the answer to
    /// a webhook, some only 20 seconds, and then consider it lost.
    private static final int WAIT_FOR_CONNECTION = 10_000;

    private static final int WAIT_FOR_SIGN_OF_LIFE = 4_000;

    @Bean
    Database database(
            SettingsCheck checked,
            ParleySettings parley,
            DatabaseSettings settings,
            ObjectProvider<EarlyPostgres> early) {
        if (!settings.isEmbedded()) {
            return new ExternalPostgres(
                    Objects.requireNonNull(settings.url()), settings.user(), settings.password());
        }
        var started = early.getIfAvailable();
        return started == null ? EmbeddedPostgres.start(parley, settings) : started.await();
    }

    @Bean
    HikariDataSource dataSource(Database database, DatabaseSettings settings) {
        var pool = new HikariDataSource();
        pool.setPoolName("parley");
        pool.setJdbcUrl(database.jdbcUrl());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(settings.poolSize());
        pool.setConnectionTimeout(WAIT_FOR_CONNECTION);
        pool.setValidationTimeout(WAIT_FOR_SIGN_OF_LIFE);
        pool.addDataSourceProperty("ApplicationName", "parley");
        // PostgreSQL's detail quotes the row, and with it the customer's text.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        requireVersion(pool, database);
        return pool;
    }

    private static void requireVersion(DataSource pool, Database database) {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select current_setting('server_version_num')::int,
                                       current_setting('server_version')
                                """)) {
            rows.next();
            if (rows.getInt(1) < OLDEST) {
                throw new StartRefused(
                        "The database at %s is PostgreSQL %s, and Parley needs 16 or newer."
                                .formatted(database.jdbcUrl(), rows.getString(2)));
            }
        } catch (SQLException | PoolInitializationException failure) {
            throw new StartRefused(
                    "The database at %s cannot be used (%s): check parley.database.url, user and password."
                            .formatted(database.jdbcUrl(), failure.getMessage()),
                    failure);
        }
    }
}
