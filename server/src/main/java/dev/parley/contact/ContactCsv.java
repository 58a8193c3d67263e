package dev.parley.contact;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.parley.platform.SpreadsheetCsv;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Contacts as CSV, with a row of column names.
final class ContactCsv {
    private static final int MOST_COLUMNS = 200;

    private ContactCsv() {}

    static CsvWriter writer(Writer to, FieldColumns added) throws IOException {
        var csv = SpreadsheetCsv.writer(to);
        csv.writeRecord(Stream.concat(Column.names().stream(), added.names().stream()).toList());
        return csv;
    }

    static void write(CsvWriter csv, Contact contact, FieldColumns added) {
        var draft = contact.draft();
        var cells =
                Stream.of(
                        Long.toString(contact.number()),
                        contact.kind().word(),
                        draft.name(),
                        draft.company(),
                        String.join("; ", draft.emails()),
                        String.join("; ", draft.phones()),
                        String.join("; ", draft.tags()),
                        draft.notes());
        csv.writeRecord(
                Stream.concat(cells, added.cells(contact).stream())
                        .map(SpreadsheetCsv::cell)
                        .toList());
    }

    /// {@return the rows of this file}
    ///
    /// @param most the maximum number of rows
    static Content read(byte[] file, int most) {
        var text = SpreadsheetCsv.decode(file);
        return text.isEmpty()
                ? new Content.Unreadable(ContactImportFlaw.NOT_UTF_8)
                : SpreadsheetCsv.read(text.get(), most + 2)
                        .map(rows -> content(rows, most))
                        .orElseGet(() -> new Content.Unreadable(ContactImportFlaw.NOT_CSV));
    }

    private static Content content(List<SpreadsheetCsv.Row> all, int most) {
        if (all.isEmpty()) {
            return new Content.Unreadable(ContactImportFlaw.EMPTY);
        }
        var names = all.getFirst().cells();
        if (names.size() > MOST_COLUMNS) {
            return new Content.Unreadable(ContactImportFlaw.TOO_MANY_COLUMNS);
        }
        var columns = columns(names);
        if (!columns.containsKey(Column.NAME)) {
            return new Content.Unreadable(ContactImportFlaw.NO_NAMES);
        }
        if (all.size() > most + 1) {
            return new Content.Unreadable(ContactImportFlaw.TOO_MANY_ROWS);
        }
        var others = others(names);
        var rows = all.stream().skip(1).map(row -> row(row, columns, others)).toList();
        return rows.isEmpty()
                ? new Content.Unreadable(ContactImportFlaw.EMPTY)
                : new Content.Rows(rows);
    }

    private static Row row(
            SpreadsheetCsv.Row row, Map<Column, Integer> columns, Map<String, Integer> others) {
        var values = new EnumMap<Column, String>(Column.class);
        columns.forEach((column, place) -> values.put(column, row.cell(place).strip()));
        var texts = new HashMap<String, String>();
        others.forEach((name, place) -> texts.put(name, row.cell(place).strip()));
        return new Row(row.line(), values, texts);
    }

    /// {@return the places of the columns that may be of fields, by their names as [FieldColumns]
    /// compares them}
    private static Map<String, Integer> others(List<String> names) {
        var places = new HashMap<String, Integer>();
        for (var at = 0; at < names.size(); at++) {
            if (Column.named(names.get(at)) == null) {
                places.putIfAbsent(FieldColumns.compared(names.get(at)), at);
            }
        }
        return places;
    }

    private static Map<Column, Integer> columns(List<String> names) {
        var columns = new EnumMap<Column, Integer>(Column.class);
        for (var at = 0; at < names.size(); at++) {
            var column = Column.named(names.get(at));
            if (column != null) {
                columns.putIfAbsent(column, at);
            }
        }
        return columns;
    }

    enum Column {
        NUMBER,
        KIND,
        NAME,
        COMPANY,
        EMAILS,
        PHONES,
        TAGS,
        NOTES;

        static List<String> names() {
            return Arrays.stream(values()).map(Column::word).toList();
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static @Nullable Column named(String name) {
            var word = name.strip().toLowerCase(Locale.ROOT);
            for (var column : values()) {
                if (column.word().equals(word)) {
                    return column;
                }
            }
            return null;
        }
    }

    /// A row of a file.
    ///
    /// @param line of the file at which it starts
    /// @param values of the columns that the file has
    /// @param others the values of other columns, by their names as [FieldColumns] compares them
    record Row(long line, Map<Column, String> values, Map<String, String> others) {
        Row {
            values = Map.copyOf(values);
            others = Map.copyOf(others);
        }

        boolean has(Column column) {
            return values.containsKey(column);
        }

        String value(Column column) {
            return values.getOrDefault(column, "");
        }
    }

    sealed interface Content {
        record Rows(List<Row> rows) implements Content {
            public Rows {
                rows = List.copyOf(rows);
            }
        }

        record Unreadable(ContactImportFlaw flaw) implements Content {}
    }
}
