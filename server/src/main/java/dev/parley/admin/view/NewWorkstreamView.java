package dev.parley.admin.view;

import java.util.List;

/// The form for a new workstream.
public record NewWorkstreamView(NewWorkstreamForm form, List<Choice> queues, Problems problems) {
    public NewWorkstreamView {
        queues = List.copyOf(queues);
    }
}
