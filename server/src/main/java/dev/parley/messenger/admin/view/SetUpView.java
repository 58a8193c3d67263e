package dev.parley.messenger.admin.view;

import dev.parley.admin.kit.Link;
import dev.parley.admin.kit.SelectOption;
import dev.parley.admin.kit.Step;
import dev.parley.platform.web.Problems;
import dev.parley.workstream.InstanceSettings;
import dev.parley.workstream.Workstream;
import java.util.List;

/// One step of the wizard that sets a Facebook page up in a workstream. What was chosen in the
/// other steps is in a draft, so that going back loses nothing.
///
/// @param step the name of the step that is open
/// @param steps all of them
/// @param pages the Facebook pages that can be set up
/// @param page the one that is chosen; empty for none yet
/// @param pageName its name
/// @param anyPage whether there is any Facebook page at all, even if it cannot be set up
/// @param next where a page can be added if none can be set up
/// @param usualWords the message to customers whose files are refused, unless one is set here
/// @param back the address of the previous step; empty in the first
public record SetUpView(
        Workstream workstream,
        String step,
        List<Step> steps,
        List<SelectOption> pages,
        String page,
        String pageName,
        boolean anyPage,
        Link next,
        InstanceSettings settings,
        String usualWords,
        String back,
        Problems problems) {
    public SetUpView {
        steps = List.copyOf(steps);
        pages = List.copyOf(pages);
    }

    public String workstreamAddress() {
        return "/admin/workstreams/" + workstream.id();
    }

    public String address() {
        return workstreamAddress() + "/set-up-facebook";
    }
}
