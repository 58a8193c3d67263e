package dev.parley.simulator.webhook;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How patient webhooks are. Meta promises to come again at once and then a few times over the
/// hour, and to give up after it; the exact gaps are not known.
///
/// @param retryPauses real time between attempts; the last one repeats
/// @param answerWithin what Meta waits for the 200
/// @param disabledAfter how long nothing but failures may come, by the simulator's clock
/// @param parallel how many posts may be on the way at once
@ConfigurationProperties("simulator.webhook")
record WebhookSettings(
        @DefaultValue({"0s", "1s", "5s", "15s", "60s", "5m", "15m", "30m"})
                List<Duration> retryPauses,
        @DefaultValue("5s") Duration answerWithin,
        @DefaultValue("1h") Duration disabledAfter,
        @DefaultValue("64") int parallel) {
    Duration pauseAfter(int attempts) {
        return retryPauses.get(Math.min(attempts, retryPauses.size()) - 1);
    }
}
