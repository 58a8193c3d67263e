package dev.parley.workspace;

import dev.parley.background.Pump;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WorkspaceWiring {
    @Bean
    Pump oldDraftsPump(DraftRows rows, WorkspaceSettings settings, Clock clock) {
        return new Pump(
                "old-drafts",
                Duration.ofMinutes(10),
                () -> rows.deleteOld(clock.instant().minus(settings.keepDrafts())));
    }
}
