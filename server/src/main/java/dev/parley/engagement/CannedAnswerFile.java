package dev.parley.engagement;

import dev.parley.platform.SpreadsheetCsv;
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
final class CannedAnswerFile {
    /// The maximum number of rows that are read.
    static final int MOST_ROWS = 1_000;

    static final List<String> COLUMNS = List.of("title", "language", "text", "tags", "workstreams");

    private static final List<String> REQUIRED = COLUMNS.subList(0, 3);
    private static final String BETWEEN_WORKSTREAMS = "|";

    private CannedAnswerFile() {}

    /// {@return the file with these answers}
    ///
    /// @param names of all workstreams
    static String written(List<CannedAnswer> answers, Map<WorkstreamId, String> names) {
        var file = new StringWriter();
        try (var csv = SpreadsheetCsv.writer(file)) {
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
                .map(SpreadsheetCsv::cell)
                .toList();
    }

    /// {@return the rows of a file, or why it cannot be read}
    static Contents read(String csv) {
        return SpreadsheetCsv.read(csv, MOST_ROWS + 2)
                .map(CannedAnswerFile::contents)
                .orElseGet(Contents.Unreadable::new);
    }

    private static Contents contents(List<SpreadsheetCsv.Row> records) {
        if (records.isEmpty()) {
            return new Contents.NoRows();
        }
        var header =
                records.getFirst().cells().stream()
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
        var rows = records.stream().skip(1).map(one -> row(header, one)).toList();
        if (rows.isEmpty()) {
            return new Contents.NoRows();
        }
        return rows.size() > MOST_ROWS ? new Contents.TooManyRows() : new Contents.Rows(rows);
    }

    private static Row row(List<String> header, SpreadsheetCsv.Row written) {
        var cells = new HashMap<String, String>();
        for (var place = 0; place < header.size(); place++) {
            cells.put(header.get(place), written.cell(place));
        }
        return new Row(
                written.line(),
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
