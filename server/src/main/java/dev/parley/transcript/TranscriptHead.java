package dev.parley.transcript;

import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/// What stands above the entries of a transcript, and on each of its pages.
///
/// @param facts one line each
/// @param locale of its texts
/// @param page the words for a page with this number
/// @param cut the sentence for a transcript that is too long to be complete
public record TranscriptHead(
        String title, List<String> facts, Locale locale, IntFunction<String> page, String cut) {
    public TranscriptHead {
        facts = List.copyOf(facts);
    }
}
