package dev.parley.contact.web;

import dev.parley.contact.ContactKind;
import dev.parley.contact.field.FieldType;
import java.util.List;
import java.util.UUID;

/// The fields that the company added to contacts and to companies.
///
/// @param moved the id of a field that was just moved; empty for none
/// @param notice a message; empty for none
public record ContactFieldsView(List<Section> sections, String moved, String notice) {
    public ContactFieldsView {
        sections = List.copyOf(sections);
    }

    /// The fields of a kind, in their order.
    ///
    /// @param full whether there can be no more
    public record Section(ContactKind kind, List<Line> lines, boolean full) {
        public Section {
            lines = List.copyOf(lines);
        }
    }

    /// A field.
    ///
    /// @param name in the reader's language
    public record Line(
            UUID id, String name, String key, FieldType type, boolean required, boolean atDesk) {}
}
