package dev.parley.workstream;

/// The result of creating or changing a disposition code.
public sealed interface DispositionCodeChange {
    record Done(DispositionCodeId id) implements DispositionCodeChange {}

    /// Another code has one of these names; nothing was saved.
    record NameTaken() implements DispositionCodeChange {}

    /// As many codes are active as agents can choose from; nothing was saved.
    record TooManyActive() implements DispositionCodeChange {}

    /// There are as many codes as there can be; nothing was saved.
    record TooMany() implements DispositionCodeChange {}

    /// It was changed in the meantime; nothing was saved.
    ///
    /// @param now its current state
    record Conflict(DispositionCode now) implements DispositionCodeChange {}

    /// There is no such code.
    record Gone() implements DispositionCodeChange {}
}
