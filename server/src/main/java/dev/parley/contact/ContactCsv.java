package dev.parley.contact;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Contacts as CSV: in UTF-8, with a row of column names.
final class ContactCsv {
    /// By this mark, spreadsheet programs recognize UTF-8.
    static final String MARK = "\uFEFF";

    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final char NEUTRAL = '\'';

    private ContactCsv() {}

    static CsvWriter writer(Writer to) {
        var csv = CsvWriter.builder().build(to);
        csv.writeRecord(Column.names());
        return csv;
    }

    static void write(CsvWriter csv, Contact contact) {
        var draft = contact.draft();
        csv.writeRecord(
                List.of(
                        Long.toString(contact.number()),
                        contact.kind().word(),
                        neutral(draft.name()),
                        neutral(draft.company()),
                        neutral(String.join("; ", draft.emails())),
                        neutral(String.join("; ", draft.phones())),
                        neutral(String.join("; ", draft.tags())),
                        neutral(draft.notes())));
    }

    /// {@return the rows of this file}
    ///
    /// @param most the maximum number of rows
    static Content read(byte[] file, int most) {
        var text = decoded(file);
        if (text == null) {
            return new Content.Unreadable(ImportFlaw.NOT_UTF_8);
        }
        try (var csv =
                CsvReader.builder()
                        .fieldSeparator(separator(text))
                        .allowMissingFields(true)
                        .allowExtraFields(true)
                        .ofCsvRecord(text)) {
            return rows(csv, most);
        } catch (CsvParseException _) {
            return new Content.Unreadable(ImportFlaw.NOT_CSV);
        } catch (IOException impossible) {
            throw new IllegalStateException("A text cannot fail to be read", impossible);
        }
    }

    private static Content rows(CsvReader<CsvRecord> csv, int most) {
        Map<Column, Integer> columns = null;
        var rows = new ArrayList<Row>();
        for (var each : csv) {
            if (columns == null) {
                columns = columns(each.getFields());
                if (!columns.containsKey(Column.NAME)) {
                    return new Content.Unreadable(ImportFlaw.NO_NAMES);
                }
            } else if (rows.size() == most) {
                return new Content.Unreadable(ImportFlaw.TOO_MANY_ROWS);
            } else {
                rows.add(row(each, columns));
            }
        }
        return rows.isEmpty() ? new Content.Unreadable(ImportFlaw.EMPTY) : new Content.Rows(rows);
    }

    private static Row row(CsvRecord each, Map<Column, Integer> columns) {
        var values = new EnumMap<Column, String>(Column.class);
        columns.forEach((column, at) ->
                values.put(
                        column, at < each.getFieldCount() ? plain(each.getField(at).strip()) : ""));
        return new Row(each.getStartingLineNumber(), values);
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

    /// Spreadsheet programs write semicolons in some languages.
    private static char separator(String text) {
        var end = text.indexOf('\n');
        var first = end < 0 ? text : text.substring(0, end);
        return !first.contains(",") && first.contains(";") ? ';' : ',';
    }

    private static @Nullable String decoded(byte[] file) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            return text.startsWith(MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException _) {
            return null;
        }
    }

    /// {@return a value that no spreadsheet program runs as a formula}
    static String neutral(String value) {
        return !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0
                ? NEUTRAL + value
                : value;
    }

    /// {@return what [#neutral] was given}
    private static String plain(String value) {
        return value.length() > 1
                        && value.charAt(0) == NEUTRAL
                        && FORMULA_STARTS.indexOf(value.charAt(1)) >= 0
                ? value.substring(1)
                : value;
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
    record Row(long line, Map<Column, String> values) {
        Row {
            values = Map.copyOf(values);
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

        record Unreadable(ImportFlaw flaw) implements Content {}
    }
}
