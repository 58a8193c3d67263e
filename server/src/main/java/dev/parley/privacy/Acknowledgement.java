package dev.parley.privacy;

import java.time.Instant;
import java.util.UUID;

/// That an agent acknowledged a monitoring notice.
///
/// @param notice the id of the notice
/// @param number of the notice
/// @param language the tag of the language in which the text was shown
public record Acknowledgement(UUID notice, int number, String agent, String language, Instant at) {}
