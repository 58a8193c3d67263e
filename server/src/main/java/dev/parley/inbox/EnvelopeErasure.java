package dev.parley.inbox;

import dev.parley.channel.Address;
import org.springframework.stereotype.Component;

/// Erases from the inbox what customers took back.
@Component
public class EnvelopeErasure {
    private final Envelopes envelopes;
    private final DeadLetters deadLetters;

    EnvelopeErasure(Envelopes envelopes, DeadLetters deadLetters) {
        this.envelopes = envelopes;
        this.deadLetters = deadLetters;
    }

    /// Erases whatever this person's endpoint delivered of them, and what failed of it.
    public void eraseAllOf(Address address) {
        envelopes.eraseAllOf(address);
        deadLetters.eraseAllOf(address);
    }

    /// Erases whatever was delivered of this message, its edits and what failed of it included.
    public void erase(Address address, String mid) {
        envelopes.erase(address, mid);
        deadLetters.erase(address, mid);
    }
}
