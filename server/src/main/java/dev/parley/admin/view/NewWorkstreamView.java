package dev.parley.admin.view;

import dev.parley.admin.kit.SelectOption;
import dev.parley.platform.web.Problems;
import java.util.List;

/// The form for a new workstream.
public record NewWorkstreamView(
        NewWorkstreamForm form,
        List<SelectOption> channels,
        List<SelectOption> queues,
        Problems problems) {
    public NewWorkstreamView {
        channels = List.copyOf(channels);
        queues = List.copyOf(queues);
    }
}
