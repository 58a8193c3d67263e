package dev.parley.messenger.doctor;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Something about a page that administrators should know.
///
/// @param page by Meta's id
/// @param cause a stable code, as of a [Finding]
/// @param days for the end of a token, how many are left at most; else 0
/// @param facts what fills the places of its words
public record PageAlert(
        UUID id, String page, String cause, int days, List<String> facts, Instant beganAt) {
    public PageAlert {
        facts = List.copyOf(facts);
    }
}
