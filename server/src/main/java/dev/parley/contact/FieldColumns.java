package dev.parley.contact;

import dev.parley.contact.field.ContactField;
import dev.parley.contact.field.ContactFieldId;
import dev.parley.contact.field.FieldInput;
import dev.parley.contact.field.FieldTexts;
import dev.parley.platform.FoldedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The columns of files for the fields that the company added. A column has the key of its field,
/// for people and for companies. A file may use the name of the field instead, in either language.
///
/// @param fields of both kinds
/// @param columns the names of the columns that are of a field, as they are compared, the best
///   first
record FieldColumns(List<ContactField> fields, Map<ContactFieldId, List<String>> columns) {
    FieldColumns {
        fields = List.copyOf(fields);
        columns = Map.copyOf(columns);
    }

    static FieldColumns of(List<ContactField> fields) {
        var columns = new HashMap<ContactFieldId, List<String>>();
        for (var kind : ContactKind.values()) {
            addColumns(
                    fields.stream().filter(one -> one.content().kind() == kind).toList(), columns);
        }
        return new FieldColumns(fields, columns);
    }

    /// A key goes before any name, and a name that several fields have is of the first.
    private static void addColumns(
            List<ContactField> ofKind, Map<ContactFieldId, List<String>> columns) {
        var taken = new HashSet<String>();
        for (var field : ofKind) {
            var key = compared(field.key());
            taken.add(key);
            columns.put(field.id(), new ArrayList<>(List.of(key)));
        }
        for (var field : ofKind) {
            Stream.of(field.content().english(), field.content().chinese())
                    .map(FieldColumns::compared)
                    .filter(taken::add)
                    .forEach(Objects.requireNonNull(columns.get(field.id()))::add);
        }
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
        return columns.getOrDefault(field.id(), List.of()).stream()
                .filter(others::containsKey)
                .findFirst()
                .map(others::get);
    }
}
