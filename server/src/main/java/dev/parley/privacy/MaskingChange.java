package dev.parley.privacy;

import java.util.List;

/// The result of creating or changing a masking rule.
public sealed interface MaskingChange {
    record Done(MaskingRuleId id) implements MaskingChange {}

    /// It is not valid.
    ///
    /// @param flaws at least one
    record Flawed(List<MaskingFlaw> flaws) implements MaskingChange {
        public Flawed {
            flaws = List.copyOf(flaws);
        }
    }

    /// It was changed since it was read.
    record Conflict(MaskingRule now) implements MaskingChange {}

    record Gone() implements MaskingChange {}
}
