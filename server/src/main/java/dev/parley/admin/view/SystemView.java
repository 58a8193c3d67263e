package dev.parley.admin.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is wrong with this installation itself.
///
/// @param doubt whether it may be a copy, or is one; null when it is the live one
public record SystemView(List<ProblemLine> problems, @Nullable Doubt doubt) {
    public SystemView {
        problems = List.copyOf(problems);
    }

    /// Something that is broken.
    ///
    /// @param tone of the notice
    public record ProblemLine(String cause, String tone, String title, String fix) {}

    /// Whether this is a copy.
    ///
    /// @param declared whether somebody said that it is
    /// @param signs in words
    public record Doubt(boolean declared, List<String> signs) {
        public Doubt {
            signs = List.copyOf(signs);
        }
    }
}
