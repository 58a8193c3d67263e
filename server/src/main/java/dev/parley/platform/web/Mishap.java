package dev.parley.platform.web;

import java.util.Set;

/// Why a request was not obeyed.
///
/// @param id names this one in the log, for failures of our own
public record Mishap(int status, String id) {
    private static final Set<Integer> TOLD = Set.of(400, 403, 404, 405, 409, 413, 500, 503);

    /// A form whose token the browser no longer holds.
    static final int STALE = 4030;

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

    /// The status of the answer.
    public int code() {
        return status == STALE ? 403 : status;
    }
}
