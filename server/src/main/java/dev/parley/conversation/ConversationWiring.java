package dev.parley.conversation;

import dev.parley.background.Pump;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConversationWiring {
    /// Closes conversations without activity, and those whose agent did not undo closing.
    @Bean
    Pump autoClosePump(Moves moves) {
        return new Pump("auto-close", Duration.ofSeconds(1), moves::closeNextDue);
    }

    /// Makes snoozed conversations active again.
    @Bean
    Pump snoozePump(Snoozing snoozing) {
        return new Pump("snooze", Duration.ofSeconds(1), snoozing::wakeNext);
    }
}
