package dev.parley.platform;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// CSV files that spreadsheet programs open and write: in UTF-8, without cells that run as
/// formulas.
public final class SpreadsheetCsv {
    /// The byte order mark, by which spreadsheet programs recognize UTF-8.
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final String APOSTROPHE = "'";
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    private SpreadsheetCsv() {}

    /// {@return a writer of rows; the byte order mark is written already}
    public static CsvWriter writer(Writer to) throws IOException {
        to.write(BYTE_ORDER_MARK);
        return CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(to);
    }

    /// {@return a cell with this value that is not run as a formula} Spreadsheet programs show a
    /// cell that starts with an apostrophe as a text.
    public static String cell(String value) {
        return startsLikeFormula(value) ? APOSTROPHE + value : value;
    }

    /// {@return what [#cell] was given}
    private static String value(String cell) {
        return cell.startsWith(APOSTROPHE) && startsLikeFormula(cell.substring(1))
                ? cell.substring(1)
                : cell;
    }

    private static boolean startsLikeFormula(String cell) {
        return !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0;
    }

    /// {@return the text of a file; empty if it is not UTF-8, or contains U+0000}
    public static Optional<String> decode(byte[] file) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    /// {@return the rows that are not blank, the header first, separated by commas, semicolons or
    /// tabs; empty if the text is not CSV}
    ///
    /// @param most the maximum number of rows that are read
    public static Optional<List<Row>> read(String text, int most) {
        var csv = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        try (var records =
                CsvReader.builder()
                        .fieldSeparator(separator(csv))
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .ofCsvRecord(csv)) {
            return Optional.of(
                    records.stream()
                            .map(SpreadsheetCsv::row)
                            .filter(row -> row.cells.stream().anyMatch(cell -> !cell.isBlank()))
                            .limit(most)
                            .toList());
        } catch (CsvParseException | IOException | UncheckedIOException _) {
            return Optional.empty();
        }
    }

    private static Row row(CsvRecord csv) {
        return new Row(
                csv.getStartingLineNumber(),
                csv.getFields().stream().map(SpreadsheetCsv::value).toList());
    }

    private static char separator(String csv) {
        var header = Stream.of(csv.split("\n", 2)).findFirst().orElse("");
        return SEPARATORS.stream()
                .filter(one -> header.indexOf(one) >= 0)
                .findFirst()
                .orElse(SEPARATORS.getFirst());
    }

    /// A row of a file.
    ///
    /// @param line of the file at which it starts; the first is 1
    public record Row(long line, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        /// {@return the cell at this place; empty if the row is shorter}
        public String cell(int place) {
            return place < cells.size() ? cells.get(place) : "";
        }
    }
}
