package dev.parley.admin.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The problems of this installation itself.
///
/// @param doubt present if it may be a copy, or is one; null for the live installation
public record SystemView(List<ProblemLine> problems, @Nullable CopyStatus doubt) {
    public SystemView {
        problems = List.copyOf(problems);
    }

    /// One problem.
    ///
    /// @param tone of the notice
    public record ProblemLine(String cause, String tone, String title, String fix) {}

    /// Whether this is a copy.
    ///
    /// @param declared whether an administrator declared it a copy
    /// @param signs as texts
    public record CopyStatus(boolean declared, List<String> signs) {
        public CopyStatus {
            signs = List.copyOf(signs);
        }
    }
}
