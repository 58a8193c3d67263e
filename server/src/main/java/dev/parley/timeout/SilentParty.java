package dev.parley.timeout;

/// Who has not written.
public enum SilentParty {
    /// The last message is from the company.
    CUSTOMER,
    /// The customer waits for a reply.
    AGENT
}
