package dev.parley.messenger.admin.view;

import dev.parley.admin.kit.Choice;
import dev.parley.admin.kit.Problems;
import dev.parley.admin.kit.Step;
import dev.parley.workstream.InstanceSettings;
import dev.parley.workstream.Workstream;
import java.util.List;

/// One step of the wizard that sets a Facebook page up in a workstream. What was chosen in the
/// other steps is in a draft, so that going back loses nothing.
///
/// @param step the word of the step that is open
/// @param steps all of them
/// @param pages which Facebook pages are free to be set up
/// @param page which one is chosen; empty for none yet
/// @param pageName what it is called
/// @param anyPage whether there is any Facebook page at all, free or not
/// @param usualWords what customers are told whose files are not taken, unless it is worded here
/// @param back the address of the step before; empty in the first
public record SetUpView(
        Workstream workstream,
        String step,
        List<Step> steps,
        List<Choice> pages,
        String page,
        String pageName,
        boolean anyPage,
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
