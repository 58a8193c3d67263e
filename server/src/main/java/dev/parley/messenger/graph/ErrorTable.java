package dev.parley.messenger.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// What each of Meta's errors means for a message. The table is data: `graph-errors.tsv` beside the
/// program's other resources, one row for each code and subcode.
@Component
class ErrorTable {
    private static final String ANY = "*";

    private final Map<String, Row> rows;

    ErrorTable() {
        rows =
                read().lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(ErrorTable::row)
                        .collect(Collectors.toUnmodifiableMap(Row::key, row -> row));
    }

    /// {@return what this error means; an error that the table does not know is a fault of the
    /// request, and is not tried again}
    Row of(GraphError error) {
        var exact = rows.get(key(error.code(), String.valueOf(error.subcode())));
        var general = rows.get(key(error.code(), ANY));
        return Objects.requireNonNullElseGet(
                exact,
                () ->
                        Objects.requireNonNullElseGet(
                                general,
                                () ->
                                        new Row(
                                                key(error.code(), ANY),
                                                ErrorClass.PERMANENT,
                                                "request")));
    }

    private static Row row(String line) {
        var cells = line.split("\t", -1);
        if (cells.length < 4) {
            throw new IllegalStateException(
                    "graph-errors.tsv has a row that is too short: " + line);
        }
        return new Row(
                key(Integer.parseInt(cells[0]), cells[1]), ErrorClass.valueOf(cells[2]), cells[3]);
    }

    private static String key(int code, String subcode) {
        return code + "/" + subcode;
    }

    private static String read() {
        try {
            return new ClassPathResource("messenger/graph-errors.tsv").getContentAsString(UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// @param cause the stable code under which people read about it
    record Row(String key, ErrorClass errorClass, String cause) {}

    /// What is to be done about an error (messenger-platform 2.6).
    enum ErrorClass {
        /// Passes by itself: try again after a pause.
        TRANSIENT,
        /// Too much at once: the page must rest.
        LIMIT,
        /// The token or a permission is bad: the page must wait until somebody mends it.
        AUTHORISATION,
        /// Will be refused again.
        PERMANENT,
        /// The channel says no, and may have sent it all the same.
        UNKNOWN
    }
}
