package dev.parley.inbox;

import java.util.List;

/// Receives the envelopes of the inbox, inside its transaction. Must be idempotent.
public interface EnvelopeHandler {
    /// Handles these envelopes of many people.
    ///
    /// @param envelopes those of each person in the order in which they arrived; no other thread
    ///   handles any of these people at the same time
    void receive(List<Envelope> envelopes);
}
