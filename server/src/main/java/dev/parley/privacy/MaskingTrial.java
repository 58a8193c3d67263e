package dev.parley.privacy;

import java.util.List;

/// What a masking rule that is not saved would do.
public sealed interface MaskingTrial {
    /// The text as it would be shown.
    record Masked(String text) implements MaskingTrial {}

    /// The expression is not valid.
    ///
    /// @param flaws at least one
    record Flawed(List<MaskingFlaw> flaws) implements MaskingTrial {
        public Flawed {
            flaws = List.copyOf(flaws);
        }
    }
}
