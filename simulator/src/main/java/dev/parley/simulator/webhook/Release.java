package dev.parley.simulator.webhook;

/// How held webhooks are let go.
public record Release(Order order, int times, long seed) {
    /// In which order.
    public enum Order {
        AS_IS,
        REVERSED,
        SHUFFLED
    }
}
