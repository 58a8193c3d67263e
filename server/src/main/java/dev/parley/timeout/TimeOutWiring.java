package dev.parley.timeout;

import dev.parley.background.Pump;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TimeOutWiring {
    /// Runs time-out rules.
    @Bean
    Pump timeOutPump(TimeOutCheck check) {
        return new Pump("time-outs", Duration.ofSeconds(2), check::runDue);
    }

    /// Deletes the states of conversations that are closed, or in another silence.
    @Bean
    Pump timeOutSweep(TimeOutStates states) {
        return new Pump("time-outs-sweep", Duration.ofMinutes(1), states::forgetObsolete);
    }
}
