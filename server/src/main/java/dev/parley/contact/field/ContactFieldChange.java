package dev.parley.contact.field;

import dev.parley.contact.field.ContactFieldDraft.Part;
import java.util.Map;

/// The result of creating, changing or deleting a field. Every caller has to handle each case.
public sealed interface ContactFieldChange {
    record Done(ContactFieldId id) implements ContactFieldChange {}

    /// Nothing was saved.
    record Flawed(Map<Part, DefinitionFlaw> flaws) implements ContactFieldChange {
        public Flawed {
            flaws = Map.copyOf(flaws);
        }
    }

    /// Contacts have a value, so the type cannot change; nothing was saved.
    ///
    /// @param contacts how many
    record TypeFixed(long contacts) implements ContactFieldChange {}

    /// Contacts have an option that was to be removed; nothing was saved.
    ///
    /// @param contacts how many
    record OptionsUsed(long contacts) implements ContactFieldChange {}

    /// It was changed in the meantime; nothing was saved.
    ///
    /// @param now its current state
    record Conflict(ContactField now) implements ContactFieldChange {}

    /// There is no such field.
    record Gone() implements ContactFieldChange {}
}
