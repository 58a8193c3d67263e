package dev.parley.messenger.doctor;

/// What came of giving a page another token.
public sealed interface Replacement {
    record Replaced() implements Replacement {}

    /// The token would not do; nothing was changed.
    record Unfit(Finding finding) implements Replacement {}

    /// Meta did not say whether the token would do; nothing was changed.
    ///
    /// @param cause the stable code under which people read about it
    /// @param detail in Meta's own words; never with a token in it
    record CannotTell(String cause, String detail) implements Replacement {}
}
