package dev.parley.messenger.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// What each of Meta's errors means for a message. The table is data: `graph-errors.tsv` beside the
/// program's other resources, one row for each code and subcode.
@Component
class ErrorTable {
    private static final String ANY = "*";
    private static final String NOTHING = "-";
    private static final int COLUMNS = 7;

    private final Map<String, Row> rows;

    ErrorTable() {
        rows =
                read().lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .flatMap(ErrorTable::rows)
                        .collect(Collectors.toUnmodifiableMap(Row::key, Function.identity()));
    }

    List<Row> all() {
        return List.copyOf(rows.values());
    }

    /// {@return what this error means; an error that the table does not know is a fault of the
    /// request, and is not tried again}
    Row of(GraphError error) {
        return row(error.code(), String.valueOf(error.subcode()))
                .or(() -> row(error.code(), ANY))
                .orElseGet(() -> Row.unknown(error.code()));
    }

    private Optional<Row> row(int code, String subcode) {
        return Optional.ofNullable(rows.get(key(code, subcode)));
    }

    /// A row may stand for a range of codes.
    private static Stream<Row> rows(String line) {
        var cells = line.split("\t", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalStateException("graph-errors.tsv has a row that is odd: " + line);
        }
        var ends = cells[0].split("-", 2);
        var first = Integer.parseInt(ends[0]);
        var last = ends.length == 1 ? first : Integer.parseInt(ends[1]);
        return IntStream.rangeClosed(first, last).mapToObj(code -> row(code, cells));
    }

    private static Row row(int code, String[] cells) {
        return new Row(
                key(code, cells[1]),
                ErrorClass.valueOf(cells[2]),
                cells[3],
                cells[4].equals(NOTHING) ? cells[3] : cells[4],
                cells[5].equals(NOTHING) ? 0 : Integer.parseInt(cells[5]),
                cells[6].equals(NOTHING) ? null : Duration.parse(cells[6]));
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
    /// @param lastly the cause once it has been tried often enough
    /// @param tries how often a message is tried that meets it
    /// @param pause how long the page rests the first time; null where it does not
    record Row(
            String key,
            ErrorClass errorClass,
            String cause,
            String lastly,
            int tries,
            @Nullable Duration pause) {
        private static Row unknown(int code) {
            return new Row(
                    ErrorTable.key(code, ANY), ErrorClass.PERMANENT, "request", "request", 0, null);
        }
    }

    /// What is to be done about an error. See
    /// https://developers.facebook.com/docs/messenger-platform/error-codes
    enum ErrorClass {
        /// Passes by itself: try again after a pause.
        TRANSIENT,
        /// Too much at once: the page must rest.
        LIMIT,
        /// The token is bad: the page sends nothing until it is replaced.
        AUTHORISATION,
        /// The app or the page is set up wrongly.
        SETUP,
        /// The channel's rules stand against it.
        WINDOW,
        /// This person cannot be reached.
        RECIPIENT,
        /// Will be refused again.
        PERMANENT,
        /// The channel says no, and may have sent it all the same.
        UNKNOWN,
        /// No fault of a message.
        NONE;

        /// {@return whether asking the same again may be answered another time}
        boolean passes() {
            return switch (this) {
                case TRANSIENT, LIMIT, AUTHORISATION, SETUP, UNKNOWN -> true;
                case WINDOW, RECIPIENT, PERMANENT, NONE -> false;
            };
        }
    }
}
