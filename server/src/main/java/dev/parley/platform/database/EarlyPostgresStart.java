package dev.parley.platform.database;

import dev.parley.platform.ParleySettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/// Starts the embedded PostgreSQL when the settings are read and found safe, while the rest of
/// Parley is loading. Only a database that exists is started early: it is created after all
/// settings were checked.
public final class EarlyPostgresStart implements ApplicationListener<SpringApplicationEvent> {
    private @Nullable EarlyPostgres early;

    @Override
    public void onApplicationEvent(SpringApplicationEvent event) {
        switch (event) {
            case ApplicationContextInitializedEvent initialized ->
                    start(initialized.getApplicationContext());
            case ApplicationFailedEvent _ when early != null -> early.closeUnlessTaken();
            default -> {}
        }
    }

    private void start(ConfigurableApplicationContext context) {
        var starting = start(context.getEnvironment());
        if (starting != null) {
            early = starting;
            SpringApplication.getShutdownHandlers().add(starting::closeUnlessTaken);
            context.getBeanFactory().registerSingleton("earlyPostgres", starting);
        }
    }

    /// A setting that cannot be read is reported when its record is created. While Parley is being
    /// built, its context is processed and not started.
    private static @Nullable EarlyPostgres start(Environment environment) {
        try {
            var binder = Binder.get(environment);
            var parley = binder.bindOrCreate("parley", ParleySettings.class);
            var database = binder.bindOrCreate("parley.database", DatabaseSettings.class);
            return !isBuilding(environment)
                            && database.isEmbedded()
                            && Cluster.existsIn(parley.data())
                    ? new EarlyPostgres(() -> EmbeddedPostgres.start(parley, database))
                    : null;
        } catch (BindException _) {
            return null;
        }
    }

    private static boolean isBuilding(Environment environment) {
        return environment.getProperty("spring.aot.processing", Boolean.class, false);
    }
}
