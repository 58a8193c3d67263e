package dev.parley.simulator.fault;

/// What goes wrong with webhooks.
public enum WebhookFault {
    /// Posted twice.
    DUPLICATE,
    /// Signed with something else than the app's secret; tried again with the right signature.
    WRONG_SIGNATURE,
    /// Never posted.
    DROP
}
