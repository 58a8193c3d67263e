package dev.parley.admin.view;

import java.util.List;
import java.util.UUID;

/// The disposition codes of the installation, the active ones first.
///
/// @param notice a message; empty for none
public record DispositionCodesView(List<Line> lines, String notice) {
    public DispositionCodesView {
        lines = List.copyOf(lines);
    }

    /// A code.
    ///
    /// @param name in the reader's language
    /// @param otherName in the other language
    public record Line(UUID id, String name, String otherName, int position, boolean active) {}
}
