package dev.parley.contact.field;

import java.util.UUID;

/// The id of a field.
public record ContactFieldId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
