package dev.parley.conversation;

import dev.parley.work.Pump;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConversationWiring {
    /// Closes conversations that nobody touches, and those whose agent did not take it back.
    @Bean
    Pump inactivityPump(Moves moves) {
        return new Pump("inactivity", Duration.ofSeconds(1), moves::closeNextDue);
    }
}
