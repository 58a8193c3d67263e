package dev.parley.messenger.admin.view;

import dev.parley.admin.kit.ChangeInfo;
import dev.parley.platform.web.Problems;
import dev.parley.workstream.ChannelInstance;
import dev.parley.workstream.Workstream;

/// The screen of a Facebook page set up in a workstream.
///
/// @param name of the Facebook page
/// @param account the name of the messaging account it belongs to; empty if it was removed
/// @param accountAddress of that account; empty if there is none
/// @param usualWords the message to customers whose files are refused, unless one is set here
/// @param made who set it up and who changed it last
/// @param notice its text; empty for none
public record InstanceView(
        ChannelInstance instance,
        Workstream workstream,
        String name,
        String account,
        String accountAddress,
        InstanceForm form,
        String usualWords,
        Problems problems,
        ChangeInfo made,
        String notice) {
    public String workstreamAddress() {
        return "/admin/workstreams/" + workstream.id();
    }

    public String address() {
        return workstreamAddress() + "/pages/" + instance.endpoint();
    }
}
