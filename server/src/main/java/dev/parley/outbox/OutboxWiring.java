package dev.parley.outbox;

import dev.parley.background.Pump;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OutboxWiring {
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration RETENTION = Duration.ofDays(30);

    @Bean
    EndpointWorkers sendWorkers() {
        return new EndpointWorkers("send");
    }

    @Bean
    EndpointWorkers lookupWorkers() {
        return new EndpointWorkers("look-up");
    }

    @Bean
    EndpointWorkers reactionWorkers() {
        return new EndpointWorkers("react");
    }

    @Bean
    Pump outboxPump(OutboxDispatch dispatch) {
        return nudgedByItsWorkers("outbox", dispatch::sendSome);
    }

    @Bean
    Pump reactionsPump(ReactionDispatch reacting) {
        return nudgedByItsWorkers("reactions", reacting::sendOne);
    }

    private static Pump nudgedByItsWorkers(String name, Predicate<Runnable> beginSome) {
        var self = new AtomicReference<Runnable>(() -> {});
        var pump = new Pump(name, INTERVAL, () -> beginSome.test(() -> self.get().run()));
        self.set(pump::nudge);
        return pump;
    }

    @Bean
    Pump confirmationsPump(ConfirmedMessages confirmedMessages, Pump outboxPump) {
        return new Pump(
                "outbox-confirmations",
                INTERVAL,
                () -> {
                    if (confirmedMessages.remove()) {
                        outboxPump.nudge();
                    }
                    return false;
                });
    }

    /// A channel's message history allows few requests: only one message is looked up at a time per
    /// endpoint, and the catch-up finds the others.
    @Bean
    Pump lookupPump(LookupDispatch dispatch) {
        return new Pump(
                "outbox-look-ups",
                INTERVAL,
                () -> {
                    dispatch.lookUpSome(() -> {});
                    return false;
                });
    }

    @Bean
    Pump sendBlockSweep(SendBlocks sendBlocks, Clock clock) {
        return new Pump(
                "send-block-sweep",
                Duration.ofHours(1),
                () -> {
                    sendBlocks.forgetBefore(clock.instant().minus(RETENTION));
                    return false;
                });
    }

    @Bean
    Pump outboxFiguresPump(OutboxMetrics figures) {
        return new Pump(
                "outbox-figures",
                Duration.ofSeconds(15),
                () -> {
                    figures.refresh();
                    return false;
                });
    }
}
