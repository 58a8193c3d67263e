package dev.parley.inbox;

/// Whom the inbox hands envelopes to: one at a time per person, in order, inside the inbox's
/// transaction. Must change nothing when it is handed the same envelope again.
public interface EnvelopeHandler {
    void receive(Envelope envelope);
}
