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

/// What each of Meta's errors means for a message. The table is the resource `graph-errors.tsv`,
/// with one row for each code and subcode.
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

    /// {@return what this error means; an error that is not in the table counts as a faulty
    /// request, and is not retried}
    Row of(GraphError error) {
        return row(error.code(), String.valueOf(error.subcode()))
                .or(() -> row(error.code(), ANY))
                .orElseGet(() -> Row.unknown(error.code()));
    }

    private Optional<Row> row(int code, String subcode) {
        return Optional.ofNullable(rows.get(key(code, subcode)));
    }

    /// A row may cover a range of codes.
    private static Stream<Row> rows(String line) {
        var cells = line.split("\t", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalStateException("graph-errors.tsv has an invalid row: " + line);
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

    /// @param cause the stable code of the text that users see
    /// @param finalCause the cause after the last try
    /// @param tries how often a message with this error is tried
    /// @param pause how long the page is paused the first time; null if it is not paused
    record Row(
            String key,
            ErrorClass errorClass,
            String cause,
            String finalCause,
            int tries,
            @Nullable Duration pause) {
        private static Row unknown(int code) {
            return new Row(
                    ErrorTable.key(code, ANY), ErrorClass.PERMANENT, "request", "request", 0, null);
        }
    }

    /// How an error is handled. See
    /// https://developers.facebook.com/docs/messenger-platform/error-codes
    enum ErrorClass {
        /// Temporary: try again after a pause.
        TRANSIENT,
        /// Too many requests: the page must be paused.
        LIMIT,
        /// The token is invalid: the page sends nothing until it is replaced.
        AUTHORISATION,
        /// The app or the page is set up incorrectly.
        SETUP,
        /// The channel's rules do not allow it.
        WINDOW,
        /// This person cannot be reached.
        RECIPIENT,
        /// Will be refused again.
        PERMANENT,
        /// The channel reports an error, but may have sent the message.
        UNKNOWN,
        /// Not an error of a message.
        NONE;

        /// {@return whether the same request may succeed later}
        boolean isTemporary() {
            return switch (this) {
                case TRANSIENT, LIMIT, AUTHORISATION, SETUP, UNKNOWN -> true;
                case WINDOW, RECIPIENT, PERMANENT, NONE -> false;
            };
        }
    }
}
