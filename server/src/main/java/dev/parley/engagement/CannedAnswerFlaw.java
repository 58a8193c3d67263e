package dev.parley.engagement;

import java.util.List;

/// Why a canned answer cannot be saved.
public sealed interface CannedAnswerFlaw {
    record NoTitle() implements CannedAnswerFlaw {}

    record TitleTooLong() implements CannedAnswerFlaw {}

    /// Another answer of the library has this title in this language.
    record TitleTaken() implements CannedAnswerFlaw {}

    /// The language is not a tag of a language.
    record NoLanguage() implements CannedAnswerFlaw {}

    record NoText() implements CannedAnswerFlaw {}

    record TextTooLong() implements CannedAnswerFlaw {}

    /// The text contains an unknown slug.
    ///
    /// @param names as typed, without their braces
    record UnknownSlugs(List<String> names) implements CannedAnswerFlaw {
        public UnknownSlugs {
            names = List.copyOf(names);
        }
    }

    record TooManyTags() implements CannedAnswerFlaw {}

    record TagTooLong(String tag) implements CannedAnswerFlaw {}

    /// It is restricted to workstreams, of which none exists.
    record NoWorkstream() implements CannedAnswerFlaw {}

    /// A row of a file names a workstream that does not exist.
    record UnknownWorkstream(String name) implements CannedAnswerFlaw {}

    /// An earlier row of the same file has this title in this language.
    ///
    /// @param line of that row
    record Repeated(long line) implements CannedAnswerFlaw {}

    /// The library is full.
    record LibraryFull(int most) implements CannedAnswerFlaw {}
}
