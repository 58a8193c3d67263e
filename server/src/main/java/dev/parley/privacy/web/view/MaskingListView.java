package dev.parley.privacy.web.view;

import dev.parley.privacy.MaskingDirection;
import java.util.List;
import java.util.UUID;

/// The list of masking rules, and the box to try them out.
///
/// @param full whether there are as many rules as possible
/// @param notice a message; empty for none
public record MaskingListView(List<Line> lines, boolean full, TryOut tryOut, String notice) {
    public MaskingListView {
        lines = List.copyOf(lines);
    }

    /// A line of the list.
    ///
    /// @param about what the rule looks for
    /// @param expression whether that is a regular expression
    /// @param texts whose texts are masked
    public record Line(
            UUID id, String name, String about, boolean expression, String texts, boolean active) {}

    /// The box to try out all active rules.
    ///
    /// @param text as typed
    /// @param shown the text as it would be shown; empty before the first attempt
    /// @param problem why it was not tried; empty for none
    public record TryOut(MaskingDirection direction, String text, String shown, String problem) {
        public static final int LONGEST = 2_000;

        public static final TryOut EMPTY = new TryOut(MaskingDirection.CUSTOMER, "", "", "");

        /// {@return whether nothing in the text would be masked}
        public boolean unchanged() {
            return shown.equals(text);
        }
    }
}
