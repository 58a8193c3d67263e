package dev.parley.background;

import dev.parley.platform.ParleySettings;
import dev.parley.platform.PrivateFolder;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class BackgroundWiring {
    @Bean
    CrashJournal crashJournal(
            ParleySettings settings,
            JdbcClient jdbc,
            ObjectProvider<Pump> pumps,
            MeterRegistry meters,
            Clock clock) {
        try {
            PrivateFolder.create(settings.data());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        var journal =
                new CrashJournal(
                        settings.data().resolve("in-hand"), new CrashSuspects(jdbc, clock), pumps);
        Gauge.builder("parley.work.set.aside", journal::countSetAside)
                .description("Pieces of work that were set aside because they crashed the server")
                .register(meters);
        return journal;
    }
}
