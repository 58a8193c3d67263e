package dev.parley.contact;

import dev.parley.contact.ContactCsv.Column;
import dev.parley.contact.ContactCsv.Row;
import dev.parley.contact.ImportResult.Effect;
import dev.parley.contact.field.ContactField;
import dev.parley.contact.field.FieldFlaw;
import dev.parley.contact.field.FieldInput;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides what each row of a file does. A row changes the contact with its number; without a
/// number, the one contact with any of its e-mail addresses; otherwise it creates a contact.
final class ContactImportPlanner {
    private final Map<Long, Contact> byNumber = new HashMap<>();
    private final Map<String, Set<Contact>> byEmail = new HashMap<>();
    private final Set<ContactId> changed = new HashSet<>();
    private final Set<String> created = new HashSet<>();

    private final FieldColumns added;

    /// @param known the contacts that the rows may be about
    /// @param added the columns for the fields that the company added
    ContactImportPlanner(Collection<Contact> known, FieldColumns added) {
        this.added = added;
        for (var contact : known) {
            byNumber.put(contact.number(), contact);
            for (var email : contact.emails()) {
                byEmail.computeIfAbsent(email, _ -> new LinkedHashSet<>()).add(contact);
            }
        }
    }

    /// {@return the numbers of contacts in these rows}
    static List<Long> numbers(List<Row> rows) {
        return rows.stream()
                .map(row -> number(row.value(Column.NUMBER)))
                .filter(number -> number > 0)
                .distinct()
                .toList();
    }

    /// {@return the e-mail addresses in these rows, as far as they can be read}
    static List<String> emails(List<Row> rows) {
        return rows.stream()
                .map(row -> input(row, ContactKind.PERSON, FieldInput.NONE))
                .filter(input -> !input.flaws().containsKey(ContactInput.Field.EMAILS))
                .flatMap(input -> input.draft(List.of()).emails().stream())
                .distinct()
                .toList();
    }

    Effect decide(Row row) {
        var kind = kind(row.value(Column.KIND));
        if (kind == null && !row.value(Column.KIND).isEmpty()) {
            return new Effect.Fails(ContactImportFlaw.UNKNOWN_KIND);
        }
        if (!row.value(Column.NUMBER).isEmpty()) {
            var contact = byNumber.get(number(row.value(Column.NUMBER)));
            return contact == null
                    ? new Effect.Fails(ContactImportFlaw.UNKNOWN_NUMBER)
                    : change(kind, contact, replaced(row, contact));
        }
        var ofKind = kind == null ? ContactKind.PERSON : kind;
        var input = input(row, ofKind, added.replaced(row, ofKind, FieldInput.NONE));
        var flaws = input.flaws();
        if (!flaws.isEmpty()) {
            return new Effect.Invalid(flaws, List.of());
        }
        var matching = new LinkedHashSet<Contact>();
        input.draft(List.of())
                .emails()
                .forEach(email -> matching.addAll(byEmail.getOrDefault(email, Set.of())));
        return switch (matching.size()) {
            case 0 -> create(input);
            case 1 -> {
                var contact = matching.iterator().next();
                yield change(kind, contact, completed(row, contact));
            }
            default -> new Effect.Fails(ContactImportFlaw.SEVERAL_MATCH);
        };
    }

    private Effect create(ContactInput input) {
        var fields = added.of(input.kind());
        var flaws = input.fields().flaws(fields);
        if (!flaws.isEmpty()) {
            return new Effect.Invalid(Map.of(), flaws);
        }
        var draft = input.draft(fields);
        if (draft.emails().stream().anyMatch(created::contains)) {
            return new Effect.Fails(ContactImportFlaw.TWICE);
        }
        created.addAll(draft.emails());
        return new Effect.Creates(draft);
    }

    private Effect change(@Nullable ContactKind kind, Contact contact, ContactInput input) {
        if (kind != null && kind != contact.kind()) {
            return new Effect.Fails(ContactImportFlaw.OTHER_KIND);
        }
        var fields = added.of(contact.kind());
        var flaws = input.flaws();
        var flawsOfAdded = changedBadly(contact, input, fields);
        if (!flaws.isEmpty() || !flawsOfAdded.isEmpty()) {
            return new Effect.Invalid(flaws, flawsOfAdded);
        }
        if (!changed.add(contact.id())) {
            return new Effect.Fails(ContactImportFlaw.TWICE);
        }
        var draft = input.draft(fields);
        var different = contact.draft().differences(draft);
        return different.isEmpty()
                ? new Effect.Nothing()
                : new Effect.Changes(contact, draft, different);
    }

    /// A file that knows nothing of a field is imported, though the contact has no value of it.
    private static List<FieldFlaw> changedBadly(
            Contact contact, ContactInput input, List<ContactField> fields) {
        return input.fields().flaws(fields).stream()
                .filter(flaw ->
                        flaw.kind() != FieldFlaw.Kind.MISSING
                                || !contact.fields().of(flaw.field().key()).isEmpty())
                .toList();
    }

    /// Columns that the file does not have stay as they are.
    private ContactInput replaced(Row row, Contact contact) {
        var now = ContactInput.of(contact.draft());
        return new ContactInput(
                contact.kind(),
                row.has(Column.NAME) ? row.value(Column.NAME) : now.name(),
                row.has(Column.COMPANY) ? row.value(Column.COMPANY) : now.company(),
                row.has(Column.EMAILS) ? row.value(Column.EMAILS) : now.emails(),
                row.has(Column.PHONES) ? row.value(Column.PHONES) : now.phones(),
                row.has(Column.TAGS) ? row.value(Column.TAGS) : now.tags(),
                row.has(Column.NOTES) ? row.value(Column.NOTES) : now.notes(),
                added.replaced(row, contact.kind(), now.fields()));
    }

    /// A file from elsewhere knows less: what it lacks stays, and addresses, numbers and tags are
    /// added.
    private ContactInput completed(Row row, Contact contact) {
        var now = ContactInput.of(contact.draft());
        return new ContactInput(
                contact.kind(),
                other(row.value(Column.NAME), now.name()),
                other(row.value(Column.COMPANY), now.company()),
                now.emails() + "\n" + row.value(Column.EMAILS),
                now.phones() + "\n" + row.value(Column.PHONES),
                now.tags() + "\n" + row.value(Column.TAGS),
                other(row.value(Column.NOTES), now.notes()),
                added.completed(row, contact.kind(), now.fields()));
    }

    private static String other(String value, String fallback) {
        return value.isEmpty() ? fallback : value;
    }

    private static ContactInput input(Row row, ContactKind kind, FieldInput fields) {
        return new ContactInput(
                kind,
                row.value(Column.NAME),
                kind == ContactKind.COMPANY ? "" : row.value(Column.COMPANY),
                row.value(Column.EMAILS),
                row.value(Column.PHONES),
                row.value(Column.TAGS),
                row.value(Column.NOTES),
                fields);
    }

    private static @Nullable ContactKind kind(String word) {
        for (var kind : ContactKind.values()) {
            if (kind.word().equalsIgnoreCase(word)) {
                return kind;
            }
        }
        return null;
    }

    /// {@return the number; 0 if it is not one}
    private static long number(String text) {
        return text.matches("[1-9][0-9]{0,17}") ? Long.parseLong(text) : 0;
    }
}
