package dev.parley.contact;

import dev.parley.contact.field.ContactField;
import dev.parley.contact.field.FieldInput;
import dev.parley.contact.field.FieldTexts;
import dev.parley.platform.FoldedText;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The columns of files for the fields that the company added. A column has the key of its field,
/// for people and for companies. A file may use the name of the field instead, in either language.
///
/// @param fields of both kinds
record FieldColumns(List<ContactField> fields) {
    FieldColumns {
        fields = List.copyOf(fields);
    }

    /// {@return the name of a column without differences of case and of width}
    static String compared(String name) {
        return FoldedText.of(name).strip();
    }

    List<ContactField> of(ContactKind kind) {
        return fields.stream().filter(field -> field.content().kind() == kind).toList();
    }

    /// {@return the names of the columns of an exported file}
    List<String> names() {
        return fields.stream().map(ContactField::key).distinct().toList();
    }

    /// {@return the cells of this contact, in the order of [#names]}
    List<String> cells(Contact contact) {
        var own = new HashMap<String, String>();
        for (var field : of(contact.kind())) {
            own.put(field.key(), FieldTexts.inFile(field, contact.fields().of(field.key())));
        }
        return names().stream().map(name -> own.getOrDefault(name, "")).toList();
    }

    /// {@return what the row contains; for columns that the file does not have, these values}
    FieldInput replaced(ContactCsv.Row row, ContactKind kind, FieldInput now) {
        var input = new HashMap<>(now.typed());
        for (var field : of(kind)) {
            cell(row, field).ifPresent(cell -> input.put(field.key(), cell));
        }
        return new FieldInput(input);
    }

    /// {@return what the row contains; where it has no value, these}
    FieldInput completed(ContactCsv.Row row, ContactKind kind, FieldInput now) {
        var input = new HashMap<>(now.typed());
        for (var field : of(kind)) {
            cell(row, field)
                    .filter(cell -> !cell.isEmpty())
                    .ifPresent(cell -> input.put(field.key(), cell));
        }
        return new FieldInput(input);
    }

    private Optional<String> cell(ContactCsv.Row row, ContactField field) {
        var others = row.others();
        return columns(field).filter(others::containsKey).findFirst().map(others::get);
    }

    /// {@return the names of the columns that are of this field: a key before any name, and a name
    /// that several fields have is of the first}
    private Stream<String> columns(ContactField field) {
        var own = of(field.content().kind());
        var keys = own.stream().map(ContactField::key).map(FieldColumns::compared).toList();
        var before =
                own.stream()
                        .takeWhile(other -> !other.id().equals(field.id()))
                        .flatMap(FieldColumns::titles)
                        .toList();
        var names = titles(field).filter(name -> !keys.contains(name) && !before.contains(name));
        return Stream.concat(Stream.of(compared(field.key())), names);
    }

    private static Stream<String> titles(ContactField field) {
        return Stream.of(field.content().english(), field.content().chinese())
                .map(FieldColumns::compared);
    }
}
