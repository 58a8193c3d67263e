package dev.parley.admin.view;

import dev.parley.admin.kit.Choice;
import dev.parley.admin.kit.Problems;
import java.util.List;

/// The form for a new workstream.
public record NewWorkstreamView(
        NewWorkstreamForm form, List<Choice> channels, List<Choice> queues, Problems problems) {
    public NewWorkstreamView {
        channels = List.copyOf(channels);
        queues = List.copyOf(queues);
    }
}
