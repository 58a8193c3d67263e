package dev.parley.channel;

/// Causes of failures that mean the same in every channel. A channel has others besides, which only
/// that channel and its texts know.
public final class FailureCause {
    /// The channel could not be reached.
    public static final String NETWORK = "network";

    /// The endpoint is not set up completely, so nothing was requested.
    public static final String ENDPOINT = "endpoint";

    /// The channel's rate limit.
    public static final String LIMIT = "limit";

    /// What was requested does not exist any more.
    public static final String GONE = "gone";

    private FailureCause() {}
}
