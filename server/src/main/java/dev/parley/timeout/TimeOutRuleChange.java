package dev.parley.timeout;

/// The result of creating, changing, moving or deleting a time-out rule.
public sealed interface TimeOutRuleChange {
    record Done() implements TimeOutRuleChange {}

    /// The workstream has as many as it can have; nothing was saved.
    record TooMany() implements TimeOutRuleChange {}

    /// It was changed in the meantime; nothing was saved.
    ///
    /// @param now its current state
    record Conflict(TimeOutRule now) implements TimeOutRuleChange {}

    /// It, or its workstream, was deleted in the meantime.
    record Gone() implements TimeOutRuleChange {}
}
