package dev.parley.engagement;

import java.util.List;

/// Why a canned answer cannot be saved.
public sealed interface Flaw {
    record NoTitle() implements Flaw {}

    record TitleTooLong() implements Flaw {}

    /// Another answer of the library has this title in this language.
    record TitleTaken() implements Flaw {}

    /// The language is not a tag of a language.
    record NoLanguage() implements Flaw {}

    record NoText() implements Flaw {}

    record TextTooLong() implements Flaw {}

    /// Something stands in braces that is no slug.
    ///
    /// @param names as typed, without their braces
    record UnknownSlugs(List<String> names) implements Flaw {
        public UnknownSlugs {
            names = List.copyOf(names);
        }
    }

    record TooManyTags() implements Flaw {}

    record TagTooLong(String tag) implements Flaw {}

    /// It is restricted to workstreams, of which none exists.
    record NoWorkstream() implements Flaw {}

    /// A row of a file names a workstream that does not exist.
    record UnknownWorkstream(String name) implements Flaw {}

    /// An earlier row of the same file has this title in this language.
    ///
    /// @param line of that row
    record Repeated(long line) implements Flaw {}

    /// The library is full.
    record LibraryFull(int most) implements Flaw {}
}
