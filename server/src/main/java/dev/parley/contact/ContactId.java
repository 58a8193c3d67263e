package dev.parley.contact;

import java.util.UUID;

/// The id of a contact or a company.
public record ContactId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
