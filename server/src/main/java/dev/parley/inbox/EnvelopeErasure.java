package dev.parley.inbox;

import dev.parley.channel.Address;
import org.springframework.stereotype.Component;

/// Erases unsent messages and people's data from the inbox.
@Component
public class EnvelopeErasure {
    private final Envelopes envelopes;
    private final DeadLetterErasure deadLetters;

    EnvelopeErasure(Envelopes envelopes, DeadLetterErasure deadLetters) {
        this.envelopes = envelopes;
        this.deadLetters = deadLetters;
    }

    /// Erases everything that this endpoint delivered of this person, failed events included.
    public void eraseAllOf(Address address) {
        envelopes.eraseAllOf(address);
        deadLetters.eraseAllOf(address);
    }

    /// Erases everything that was delivered of this message, its edits and failed events included.
    public void erase(Address address, String messageId) {
        envelopes.erase(address, messageId);
        deadLetters.erase(address, messageId);
    }
}
