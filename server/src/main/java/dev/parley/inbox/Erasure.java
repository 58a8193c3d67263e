package dev.parley.inbox;

import dev.parley.channel.Address;
import org.springframework.stereotype.Component;

/// Erases from the inbox what customers took back.
@Component
public class Erasure {
    private final Envelopes envelopes;

    Erasure(Envelopes envelopes) {
        this.envelopes = envelopes;
    }

    /// Erases whatever was delivered of this message, its edits included.
    public void erase(Address address, String mid) {
        envelopes.erase(address, mid);
    }
}
