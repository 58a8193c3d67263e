package dev.parley.admin.view;

import dev.parley.platform.web.Problems;
import dev.parley.workstream.Workstream;

/// The work distribution settings of a workstream.
public record DistributionView(Workstream workstream, DistributionForm form, Problems problems) {
    public String address() {
        return "/admin/workstreams/" + workstream.id();
    }
}
