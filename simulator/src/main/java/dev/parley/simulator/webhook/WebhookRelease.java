package dev.parley.simulator.webhook;

/// How held webhooks are released.
public record WebhookRelease(Order order, int times, long seed) {
    /// The order of the webhooks.
    public enum Order {
        AS_IS,
        REVERSED,
        SHUFFLED
    }
}
