package dev.parley.desk.view;

import java.util.List;
import java.util.UUID;

/// The macros of an agent in a conversation.
///
/// @param possible those that can be run now
/// @param others those that cannot, each with the reason
public record MacroChoicesView(UUID conversationId, List<Line> possible, List<Line> others) {
    public MacroChoicesView {
        possible = List.copyOf(possible);
        others = List.copyOf(others);
    }

    /// A macro.
    ///
    /// @param personal whether it is the agent's own
    /// @param replies whether it writes to the customer
    /// @param obstacle why it cannot be run now; empty if it can
    public record Line(
            UUID id,
            int revision,
            String title,
            boolean personal,
            boolean replies,
            List<Step> steps,
            String obstacle) {
        public Line {
            steps = List.copyOf(steps);
        }

        public boolean possible() {
            return obstacle.isEmpty();
        }
    }

    /// What one step does.
    ///
    /// @param text what it writes in this conversation; empty for nothing
    public record Step(String what, String text) {}
}
