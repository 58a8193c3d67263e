package dev.parley.engagement.macro;

import java.util.List;

/// The result of creating or changing a macro.
public sealed interface MacroChange {
    record Done(MacroId id) implements MacroChange {}

    /// It is not valid.
    ///
    /// @param flaws at least one
    record Flawed(List<MacroFlaw> flaws) implements MacroChange {
        public Flawed {
            flaws = List.copyOf(flaws);
        }
    }

    /// It was changed since it was read.
    record Conflict(Macro now) implements MacroChange {}

    record Gone() implements MacroChange {}
}
