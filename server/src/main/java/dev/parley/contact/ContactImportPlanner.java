package dev.parley.contact;

import dev.parley.contact.ContactCsv.Column;
import dev.parley.contact.ContactCsv.Row;
import dev.parley.contact.ImportResult.Effect;
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

    /// @param known the contacts that the rows may be about
    ContactImportPlanner(Collection<Contact> known) {
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
                .map(row -> input(row, ContactKind.PERSON))
                .filter(input -> !input.flaws().containsKey(ContactInput.Field.EMAILS))
                .flatMap(input -> input.draft().emails().stream())
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
        var input = input(row, kind == null ? ContactKind.PERSON : kind);
        var flaws = input.flaws();
        if (!flaws.isEmpty()) {
            return new Effect.Invalid(flaws);
        }
        var matching = new LinkedHashSet<Contact>();
        input.draft()
                .emails()
                .forEach(email -> matching.addAll(byEmail.getOrDefault(email, Set.of())));
        return switch (matching.size()) {
            case 0 -> create(input.draft());
            case 1 -> {
                var contact = matching.iterator().next();
                yield change(kind, contact, completed(row, contact));
            }
            default -> new Effect.Fails(ContactImportFlaw.SEVERAL_MATCH);
        };
    }

    private Effect create(ContactDraft draft) {
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
        var flaws = input.flaws();
        if (!flaws.isEmpty()) {
            return new Effect.Invalid(flaws);
        }
        if (!changed.add(contact.id())) {
            return new Effect.Fails(ContactImportFlaw.TWICE);
        }
        var fields = contact.draft().differences(input.draft());
        return fields.isEmpty()
                ? new Effect.Nothing()
                : new Effect.Changes(contact, input.draft(), fields);
    }

    /// Columns that the file does not have stay as they are.
    private static ContactInput replaced(Row row, Contact contact) {
        var now = ContactInput.of(contact.draft());
        return new ContactInput(
                contact.kind(),
                row.has(Column.NAME) ? row.value(Column.NAME) : now.name(),
                row.has(Column.COMPANY) ? row.value(Column.COMPANY) : now.company(),
                row.has(Column.EMAILS) ? row.value(Column.EMAILS) : now.emails(),
                row.has(Column.PHONES) ? row.value(Column.PHONES) : now.phones(),
                row.has(Column.TAGS) ? row.value(Column.TAGS) : now.tags(),
                row.has(Column.NOTES) ? row.value(Column.NOTES) : now.notes());
    }

    /// A file from elsewhere knows less: what it lacks stays, and addresses, numbers and tags are
    /// added.
    private static ContactInput completed(Row row, Contact contact) {
        var now = ContactInput.of(contact.draft());
        return new ContactInput(
                contact.kind(),
                other(row.value(Column.NAME), now.name()),
                other(row.value(Column.COMPANY), now.company()),
                now.emails() + "\n" + row.value(Column.EMAILS),
                now.phones() + "\n" + row.value(Column.PHONES),
                now.tags() + "\n" + row.value(Column.TAGS),
                other(row.value(Column.NOTES), now.notes()));
    }

    private static String other(String value, String fallback) {
        return value.isEmpty() ? fallback : value;
    }

    private static ContactInput input(Row row, ContactKind kind) {
        return new ContactInput(
                kind,
                row.value(Column.NAME),
                kind == ContactKind.COMPANY ? "" : row.value(Column.COMPANY),
                row.value(Column.EMAILS),
                row.value(Column.PHONES),
                row.value(Column.TAGS),
                row.value(Column.NOTES));
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
