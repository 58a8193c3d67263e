package dev.parley.engagement;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.parley.workstream.WorkstreamId;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Canned answers as a CSV file: one row for each, with the columns of [#COLUMNS] in any order.
/// Spreadsheet programs open it: it starts with a byte order mark, and no cell is a formula.
final class CannedAnswerFile {
    /// The maximum number of rows that are read.
    static final int MOST_ROWS = 1_000;

    static final List<String> COLUMNS = List.of("title", "language", "text", "tags", "workstreams");

    private static final List<String> REQUIRED = COLUMNS.subList(0, 3);
    private static final String MARK = "\uFEFF";
    private static final String BETWEEN_WORKSTREAMS = "|";
    private static final String FORMULA = "=+-@\t\r";

    private CannedAnswerFile() {}

    /// {@return the file with these answers}
    ///
    /// @param names of all workstreams
    static String written(List<CannedAnswer> answers, Map<WorkstreamId, String> names) {
        var file = new StringWriter();
        file.write(MARK);
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(file)) {
            csv.writeRecord(COLUMNS);
            answers.forEach(answer -> csv.writeRecord(cells(answer.content(), names)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return file.toString();
    }

    private static List<String> cells(CannedAnswerDraft answer, Map<WorkstreamId, String> names) {
        return Stream.of(
                        answer.title(),
                        answer.language(),
                        answer.text(),
                        String.join(" ", answer.tags()),
                        answer.workstreams().stream()
                                .map(id -> names.getOrDefault(id, id.toString()))
                                .sorted()
                                .collect(Collectors.joining(" " + BETWEEN_WORKSTREAMS + " ")))
                .map(CannedAnswerFile::harmless)
                .toList();
    }

    /// A spreadsheet program would run a cell that starts like a formula. It shows one that starts
    /// with an apostrophe as a text.
    private static String harmless(String cell) {
        return startsLikeFormula(cell) ? "'" + cell : cell;
    }

    private static String original(String cell) {
        return cell.startsWith("'") && startsLikeFormula(cell.substring(1))
                ? cell.substring(1)
                : cell;
    }

    private static boolean startsLikeFormula(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0;
    }

    /// {@return the rows of a file, or why it cannot be read} The columns may be separated by
    /// commas, semicolons or tabs.
    static Contents read(String csv) {
        var text = csv.startsWith(MARK) ? csv.substring(1) : csv;
        try (var records =
                CsvReader.builder()
                        .fieldSeparator(separator(text))
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .ofCsvRecord(text)) {
            return rows(records.stream().limit(MOST_ROWS + 2L).toList());
        } catch (CsvParseException | IOException | UncheckedIOException _) {
            return new Contents.Unreadable();
        }
    }

    private static char separator(String text) {
        var header = text.lines().findFirst().orElse("");
        return Stream.of(',', ';', '\t')
                .filter(one -> header.indexOf(one) >= 0)
                .findFirst()
                .orElse(',');
    }

    private static Contents rows(List<CsvRecord> records) {
        if (records.isEmpty()) {
            return new Contents.NoRows();
        }
        var header =
                records.getFirst().getFields().stream()
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .toList();
        var unknown = header.stream().filter(name -> !COLUMNS.contains(name)).findFirst();
        if (unknown.isPresent()) {
            return new Contents.UnknownColumn(unknown.get());
        }
        var missing = REQUIRED.stream().filter(name -> !header.contains(name)).findFirst();
        if (missing.isPresent()) {
            return new Contents.MissingColumn(missing.get());
        }
        var rows =
                records.stream()
                        .skip(1)
                        .filter(one -> one.getFields().stream().anyMatch(cell -> !cell.isBlank()))
                        .map(one -> row(header, one))
                        .toList();
        if (rows.isEmpty()) {
            return new Contents.NoRows();
        }
        return rows.size() > MOST_ROWS ? new Contents.TooManyRows() : new Contents.Rows(rows);
    }

    private static Row row(List<String> header, CsvRecord written) {
        var cells = new HashMap<String, String>();
        for (var place = 0; place < Math.min(header.size(), written.getFieldCount()); place++) {
            cells.put(header.get(place), original(written.getField(place)));
        }
        return new Row(
                written.getStartingLineNumber(),
                cells.getOrDefault("title", ""),
                cells.getOrDefault("language", ""),
                cells.getOrDefault("text", ""),
                cells.getOrDefault("tags", ""),
                workstreams(cells.getOrDefault("workstreams", "")));
    }

    private static List<String> workstreams(String cell) {
        var names = new ArrayList<String>();
        for (var name : cell.split("\\|", -1)) {
            if (!name.isBlank()) {
                names.add(name.strip());
            }
        }
        return names;
    }

    /// A row of a file.
    ///
    /// @param line in the file; the first is 1
    /// @param workstreams their names; none for all workstreams
    record Row(
            long line,
            String title,
            String language,
            String text,
            String tags,
            List<String> workstreams) {
        Row {
            workstreams = List.copyOf(workstreams);
        }
    }

    /// What a file contains.
    sealed interface Contents {
        record Rows(List<Row> rows) implements Contents {
            public Rows {
                rows = List.copyOf(rows);
            }
        }

        /// It is not CSV.
        record Unreadable() implements Contents {}

        record NoRows() implements Contents {}

        record TooManyRows() implements Contents {}

        record UnknownColumn(String name) implements Contents {}

        record MissingColumn(String name) implements Contents {}
    }
}
