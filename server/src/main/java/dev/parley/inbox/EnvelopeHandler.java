package dev.parley.inbox;

/// Receives the envelopes of the inbox: one at a time per person, in order, inside the inbox's
/// transaction. Must be idempotent.
public interface EnvelopeHandler {
    void receive(Envelope envelope);
}
