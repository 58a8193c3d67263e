package dev.parley.simulator.webhook;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings of webhook delivery. Meta promises to retry immediately and then a few times within the
/// hour, and to give up after it; the exact intervals are not known.
///
/// @param retryPauses real time between attempts; the last one repeats
/// @param answerWithin how long Meta waits for the 200
/// @param disabledAfter after how long with only failures the app is unsubscribed, by the
///   simulator's clock
/// @param parallel the maximum number of concurrent posts
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
