package dev.parley.routing;

import dev.parley.background.Pump;
import dev.parley.conversation.StatesChanged;
import dev.parley.team.PresenceChanged;
import dev.parley.team.QueuesChanged;
import dev.parley.workstream.HandlingChanged;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

@Configuration(proxyBeanMethods = false)
class RoutingWiring {
    @Bean
    Pump routingPump(
            Distribution distribution, AutoAssignments autoAssignments, Consults consults) {
        return new Pump(
                "routing",
                Duration.ofSeconds(1),
                () -> {
                    var distributed = distribution.distributeOne();
                    var expired = consults.expireNext();
                    return autoAssignments.acceptSome() || distributed || expired;
                });
    }

    @Bean
    Pump lostAgentsPump(OfflineAgents lostAgents) {
        return new Pump("lost-agents", Duration.ofSeconds(30), lostAgents::releaseSome);
    }

    /// Wakes the distribution when there may be work to distribute, or an agent to take it.
    @Component
    static class Nudge {
        private final Pump routingPump;

        Nudge(Pump routingPump) {
            this.routingPump = routingPump;
        }

        @TransactionalEventListener
        void on(StatesChanged change) {
            routingPump.nudge();
        }

        @TransactionalEventListener
        void on(PresenceChanged change) {
            routingPump.nudge();
        }

        @TransactionalEventListener
        void on(QueuesChanged change) {
            routingPump.nudge();
        }

        @TransactionalEventListener
        void on(HandlingChanged change) {
            routingPump.nudge();
        }

        @TransactionalEventListener
        void on(OfferChanged change) {
            routingPump.nudge();
        }
    }
}
