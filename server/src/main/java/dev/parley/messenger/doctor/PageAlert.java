package dev.parley.messenger.doctor;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Something about a page that administrators should know.
///
/// @param page Meta's id of the page
/// @param cause a stable code, as of a [Finding]
/// @param days for a token that expires, the maximum number of days left; else 0
/// @param facts the arguments of its texts
public record PageAlert(
        UUID id, String page, String cause, int days, List<String> facts, Instant beganAt) {
    public PageAlert {
        facts = List.copyOf(facts);
    }
}
