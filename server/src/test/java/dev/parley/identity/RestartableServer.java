package dev.parley.identity;

import com.zaxxer.hikari.HikariDataSource;
import dev.parley.Parley;
import java.nio.file.Path;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/// The whole server on its own port, with a database that outlives it, for stories.
public final class RestartableServer implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    public RestartableServer(HikariDataSource database, Path directory) {
        context =
                new SpringApplicationBuilder(Parley.class)
                        .run(
                                "--server.port=0",
                                "--parley.data=" + directory,
                                "--parley.public-url=https://desk.example.com",
                                "--parley.database.url=" + database.getJdbcUrl(),
                                "--parley.database.user=" + database.getUsername(),
                                "--parley.database.password=" + database.getPassword());
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public String address() {
        return "http://localhost:"
                + context.getBean(Environment.class).getRequiredProperty("local.server.port");
    }

    @Override
    public void close() {
        context.close();
    }
}
