package dev.parley.simulator.control;

import dev.parley.simulator.graph.send.SendAttempts;
import dev.parley.simulator.webhook.Delivery;
import dev.parley.simulator.webhook.WebhookDelivery;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Counts of events and sends.
@RestController
class CountsController {
    /// @param webhooks how many there are in each state
    /// @param posts delivery attempts
    /// @param refused attempts without a 200 response
    record Counts(Map<String, Long> webhooks, long posts, long refused, Sends sends) {}

    /// @param lost never arrived
    /// @param unanswered accepted, but the app got no response
    record Sends(long accepted, long refused, long lost, long unanswered) {
        static Sends of(List<SendAttempts.SendAttempt> attempts) {
            return new Sends(
                    attempts.stream().filter(one -> one.mid() != null).count(),
                    attempts.stream().filter(one -> one.code() != null).count(),
                    attempts.stream()
                            .filter(one -> one.mid() == null && one.code() == null)
                            .count(),
                    attempts.stream().filter(one -> one.mid() != null && !one.answered()).count());
        }
    }

    private final WebhookDelivery webhooks;
    private final SendAttempts sendAttempts;

    CountsController(WebhookDelivery webhooks, SendAttempts sendAttempts) {
        this.webhooks = webhooks;
        this.sendAttempts = sendAttempts;
    }

    @GetMapping("/simulator/counts")
    Counts counts() {
        var log = webhooks.log();
        var attempts = log.stream().flatMap(one -> one.attempts().stream()).toList();
        var refused = attempts.stream().filter(one -> !one.accepted()).count();
        return new Counts(byState(log), attempts.size(), refused, Sends.of(sendAttempts.all()));
    }

    private static Map<String, Long> byState(List<Delivery> log) {
        var map = new LinkedHashMap<String, Long>();
        Arrays.stream(Delivery.State.values()).forEach(state -> map.put(FaultJson.name(state), 0L));
        log.forEach(one -> map.merge(FaultJson.name(one.state()), 1L, Long::sum));
        return map;
    }
}
