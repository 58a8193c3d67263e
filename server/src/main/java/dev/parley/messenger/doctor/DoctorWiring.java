package dev.parley.messenger.doctor;

import dev.parley.background.Pump;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DoctorWiring {
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration RETENTION = Duration.ofDays(365);
    private static final int CONCURRENCY = 2;

    @Bean
    Pump doctorPump(CheckDispatch dispatch) {
        return new Pump("doctor", INTERVAL, CONCURRENCY, dispatch::checkOne);
    }

    @Bean
    Pump alertPump(Alerts alerts) {
        return new Pump("page-alerts", INTERVAL, alerts::sendOne);
    }

    @Bean
    Pump alertSweep(Alerts alerts, Clock clock) {
        return new Pump(
                "page-alert-sweep",
                Duration.ofHours(6),
                () -> {
                    alerts.deleteBefore(clock.instant().minus(RETENTION));
                    return false;
                });
    }
}
