package dev.parley.platform.web;

import dev.parley.platform.language.Keys;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Why a request was not obeyed.
///
/// @param id names this one in the log, for failures of our own
/// @param input the part of the request that could not be read; null where it is something else
public record ErrorPage(int status, String id, @Nullable BadInput input) {
    private static final Set<Integer> TOLD = Set.of(400, 403, 404, 405, 409, 413, 500, 503);

    /// A form whose token the browser no longer holds.
    static final int STALE = 4030;

    ErrorPage(int status, String id) {
        this(status, id, null);
    }

    /// The part of the text keys `error.<kind>.title` and `error.<kind>.next`.
    public String kind() {
        if (status == STALE) {
            return "stale";
        }
        if (TOLD.contains(status)) {
            return Integer.toString(status);
        }
        return status < 500 ? "400" : "500";
    }

    /// {@return whether a part of the request is named}
    public boolean namesInput() {
        return input != null;
    }

    /// The text keys of the place that is named, and of what is wrong there.
    public String placeKey() {
        return input == null ? "" : "error.place." + Keys.word(input.place().name());
    }

    public String flawKey() {
        return input == null ? "" : "error.flaw." + Keys.word(input.flaw().name());
    }

    /// The name at that place, as it was sent.
    public String inputName() {
        return input == null ? "" : input.name();
    }

    /// The status of the answer.
    public int code() {
        return status == STALE ? 403 : status;
    }
}
