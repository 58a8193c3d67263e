package dev.parley.platform.database;

import dev.parley.platform.ParleySettings;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/// Starts the embedded PostgreSQL as soon as the settings are read: it is ready when the first part
/// of Parley needs it. Only a database that exists is started early, so that a start that is
/// refused creates nothing.
public final class EarlyPostgresStart implements ApplicationListener<SpringApplicationEvent> {
    private @Nullable EarlyPostgres early;

    @Override
    public void onApplicationEvent(SpringApplicationEvent event) {
        switch (event) {
            case ApplicationEnvironmentPreparedEvent prepared -> start(prepared);
            case ApplicationFailedEvent _ when early != null -> early.close();
            default -> {}
        }
    }

    private void start(ApplicationEnvironmentPreparedEvent prepared) {
        var starting = start(prepared.getEnvironment());
        if (starting != null) {
            early = starting;
            prepared.getBootstrapContext()
                    .addCloseListener(closed ->
                            closed.getApplicationContext()
                                    .getBeanFactory()
                                    .registerSingleton("earlyPostgres", starting));
        }
    }

    /// A setting that cannot be read is reported when its record is created.
    private static @Nullable EarlyPostgres start(Environment environment) {
        try {
            var binder = Binder.get(environment);
            var parley = binder.bindOrCreate("parley", ParleySettings.class);
            var database = binder.bindOrCreate("parley.database", DatabaseSettings.class);
            return database.isEmbedded() && exists(parley)
                    ? new EarlyPostgres(() -> EmbeddedPostgres.start(parley, database))
                    : null;
        } catch (BindException _) {
            return null;
        }
    }

    private static boolean exists(ParleySettings parley) {
        return Files.exists(parley.data().resolve("postgres").resolve("PG_VERSION"));
    }
}
