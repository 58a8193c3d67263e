package dev.parley.admin.view;

import dev.parley.workstream.Workstream;
import java.util.List;
import java.util.UUID;

/// The time-out rules of a workstream, in their order.
///
/// @param full whether it has as many as it can have
/// @param notice a message; empty for none
/// @param warning a message about something that was not done; empty for none
/// @param moved the place of the rule that was just moved; 0 for none
/// @param movedUp whether that was towards the first
public record TimeOutRulesView(
        Workstream workstream,
        List<Line> lines,
        boolean full,
        String notice,
        String warning,
        int moved,
        boolean movedUp) {
    public TimeOutRulesView {
        lines = List.copyOf(lines);
    }

    public String address() {
        return "/admin/workstreams/" + workstream.id() + "/time-outs";
    }

    /// A rule.
    ///
    /// @param when who has not written, and for how long
    /// @param then what it does
    /// @param message its message to the customer; empty for none
    public record Line(UUID id, int place, String when, String then, String message) {}
}
