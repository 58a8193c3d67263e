package dev.parley.contact;

import dev.parley.contact.field.FieldValues;
import dev.parley.identity.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A person or a company on record.
///
/// @param number for people and the audit log
/// @param name null if it was copied from the profile of a person who was erased since
/// @param company the company that a person works for; null for none, and for a company
/// @param emails in lower case
/// @param phones as typed
/// @param createdBy null for Parley itself
/// @param fields the values of the fields that the company added
public record Contact(
        ContactId id,
        long number,
        ContactKind kind,
        @Nullable String name,
        @Nullable Company company,
        List<String> emails,
        List<String> phones,
        List<String> tags,
        String notes,
        Instant createdAt,
        @Nullable UserId createdBy,
        Instant changedAt,
        @Nullable UserId changedBy,
        int revision,
        FieldValues fields) {
    public Contact {
        emails = List.copyOf(emails);
        phones = List.copyOf(phones);
        tags = List.copyOf(tags);
    }

    /// {@return the values as a draft, for a form}
    public ContactDraft draft() {
        return new ContactDraft(
                kind,
                name == null ? "" : name,
                company == null ? "" : company.shownName(),
                emails,
                phones,
                tags,
                notes,
                fields);
    }

    /// The company that a person works for.
    public record Company(ContactId id, @Nullable String name) {
        String shownName() {
            return name == null ? "" : name;
        }
    }
}
