package dev.parley.engagement;

import java.util.List;

/// The result of creating or changing a canned answer.
public sealed interface CannedAnswerChange {
    record Done(CannedAnswerId id) implements CannedAnswerChange {}

    /// It is not valid.
    ///
    /// @param flaws at least one
    record Flawed(List<CannedAnswerFlaw> flaws) implements CannedAnswerChange {
        public Flawed {
            flaws = List.copyOf(flaws);
        }
    }

    /// It was changed since it was read.
    record Conflict(CannedAnswer now) implements CannedAnswerChange {}

    record Gone() implements CannedAnswerChange {}
}
