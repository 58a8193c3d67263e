package dev.parley.contact;

import dev.parley.background.Pump;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ContactWiring {
    /// What is remembered for undoing merges is not stored longer than it is needed.
    @Bean
    Pump oldMergesPump(ContactMerges merges) {
        return new Pump("old-merges", Duration.ofMinutes(10), merges::forgetOld);
    }
}
