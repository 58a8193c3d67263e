package dev.parley.platform.web;

import dev.parley.platform.language.Keys;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Why a request failed.
///
/// @param id the id of this error in the log, for server errors
/// @param input the part of the request that could not be read; null for other errors
public record ErrorPage(int status, String id, @Nullable BadInput input) {
    private static final Set<Integer> WITH_OWN_TEXT =
            Set.of(400, 403, 404, 405, 409, 413, 500, 503);

    /// A form whose CSRF token the browser no longer has.
    static final int STALE = 4030;

    ErrorPage(int status, String id) {
        this(status, id, null);
    }

    /// The part of the text keys `error.<kind>.title` and `error.<kind>.next`.
    public String kind() {
        if (status == STALE) {
            return "stale";
        }
        if (WITH_OWN_TEXT.contains(status)) {
            return Integer.toString(status);
        }
        return status < 500 ? "400" : "500";
    }

    /// {@return whether it names a part of the request}
    public boolean namesInput() {
        return input != null;
    }

    /// The text keys of the named place, and of its flaw.
    public String placeKey() {
        return input == null ? "" : "error.place." + Keys.word(input.place().name());
    }

    public String flawKey() {
        return input == null ? "" : "error.flaw." + Keys.word(input.flaw().name());
    }

    /// The name at that place, as sent.
    public String inputName() {
        return input == null ? "" : input.name();
    }

    /// The status of the response.
    public int code() {
        return status == STALE ? 403 : status;
    }
}
