package dev.parley.simulator.webhook;

/// How held webhooks are released.
public record WebhookRelease(Order order, int times, long seed) {
    /// In which order.
    public enum Order {
        AS_IS,
        REVERSED,
        SHUFFLED
    }
}
