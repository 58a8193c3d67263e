package dev.parley.admin.view;

import dev.parley.admin.kit.SelectOption;
import dev.parley.platform.web.Problems;
import dev.parley.workstream.Workstream;
import dev.parley.workstream.notification.NotificationOccasion;
import java.util.List;

/// Which notification templates a workstream uses.
///
/// @param revision of the workstream when the form was opened
public record WorkstreamNotificationsView(
        Workstream workstream, List<Choice> choices, int revision, Problems problems) {
    public WorkstreamNotificationsView {
        choices = List.copyOf(choices);
    }

    public String address() {
        return "/admin/workstreams/" + workstream.id();
    }

    /// The templates of one occasion.
    public record Choice(NotificationOccasion occasion, List<SelectOption> templates) {
        public Choice {
            templates = List.copyOf(templates);
        }
    }
}
