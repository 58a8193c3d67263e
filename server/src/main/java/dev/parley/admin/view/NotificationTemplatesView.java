package dev.parley.admin.view;

import dev.parley.admin.kit.ChangeInfo;
import dev.parley.admin.kit.Listing;
import dev.parley.workstream.notification.NotificationTemplate;
import java.util.List;

/// The list of notification templates.
///
/// @param all the total number of templates
/// @param notice a message; empty for none
public record NotificationTemplatesView(
        Listing listing, List<Line> lines, long all, String notice) {
    public NotificationTemplatesView {
        lines = List.copyOf(lines);
    }

    /// One template.
    ///
    /// @param name the displayed name
    public record Line(NotificationTemplate template, String name, ChangeInfo made) {}
}
