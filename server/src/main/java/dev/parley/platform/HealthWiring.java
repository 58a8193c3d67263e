package dev.parley.platform;

import dev.parley.platform.InstallationStatus.Unconfirmed;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Health, from the last results of the self-checks: a health request runs no check, so it never
/// blocks.
@Configuration(proxyBeanMethods = false)
class HealthWiring {
    @Bean
    HealthIndicator databaseHealthIndicator(SelfChecks checks) {
        return () -> checks.health("database");
    }

    @Bean
    HealthIndicator storageHealthIndicator(SelfChecks checks) {
        return () -> checks.health("storage");
    }

    @Bean
    HealthIndicator secretKeyHealthIndicator(SelfChecks checks) {
        return () -> checks.health("secretKey");
    }

    @Bean
    HealthIndicator deliveriesHealthIndicator(SelfChecks checks) {
        return () -> checks.health("deliveries");
    }

    /// A confirmed copy is up. A possible copy is down until an administrator confirms what it is.
    @Bean
    HealthIndicator installationHealthIndicator(Installation installation, MeterRegistry meters) {
        Gauge.builder("parley.installation.sending.paused", () -> installation.isQuiet() ? 1 : 0)
                .description("1 while nothing is sent because this may be a copy")
                .register(meters);
        return () ->
                installation.status() instanceof Unconfirmed unconfirmed
                        ? Health.down().withDetail("signs", unconfirmed.signs()).build()
                        : Health.up().build();
    }
}
