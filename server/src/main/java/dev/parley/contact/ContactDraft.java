package dev.parley.contact;

import dev.parley.contact.field.FieldValues;
import java.util.List;
import java.util.TreeSet;

/// The values of a contact that are to be saved. [ContactInput] checks them.
///
/// @param company the name of the company that a person works for; empty for none
public record ContactDraft(
        ContactKind kind,
        String name,
        String company,
        List<String> emails,
        List<String> phones,
        List<String> tags,
        String notes,
        FieldValues fields) {
    public ContactDraft {
        emails = List.copyOf(emails);
        phones = List.copyOf(phones);
        tags = List.copyOf(tags);
    }

    /// Without values of the fields that the company added.
    public ContactDraft(
            ContactKind kind,
            String name,
            String company,
            List<String> emails,
            List<String> phones,
            List<String> tags,
            String notes) {
        this(kind, name, company, emails, phones, tags, notes, FieldValues.NONE);
    }

    /// {@return the names of the fields that differ, and the keys of those that the company added,
    /// for the audit log}
    List<String> differences(ContactDraft other) {
        var fields = new TreeSet<String>();
        add(fields, "name", name, other.name);
        add(fields, "company", company, other.company);
        add(fields, "emails", emails, other.emails);
        add(fields, "phones", phones, other.phones);
        add(fields, "tags", tags, other.tags);
        add(fields, "notes", notes, other.notes);
        fields.addAll(this.fields.differences(other.fields));
        return List.copyOf(fields);
    }

    private static void add(TreeSet<String> fields, String name, Object one, Object other) {
        if (!one.equals(other)) {
            fields.add(name);
        }
    }
}
