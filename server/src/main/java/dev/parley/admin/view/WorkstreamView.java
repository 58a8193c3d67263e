package dev.parley.admin.view;

import dev.parley.admin.kit.ChangeInfo;
import dev.parley.admin.kit.EndpointTexts;
import dev.parley.admin.kit.Link;
import dev.parley.admin.kit.Listing;
import dev.parley.admin.kit.SelectOption;
import dev.parley.platform.PagedRows;
import dev.parley.platform.web.Problems;
import dev.parley.workstream.Workstream;
import java.util.List;

/// The page of a workstream.
///
/// @param channel the displayed name of its channel
/// @param setUp the link to set up an endpoint in it
/// @param endpoints the texts about its endpoints
/// @param mode as text
/// @param queueName the displayed name of its fallback queue
/// @param queueIsEmpty whether that queue has no members
/// @param found its endpoints that match the search
/// @param blocking the first of its endpoints, which must be deleted before it can be
/// @param distribution its work distribution as texts
/// @param notifications its notification templates as texts
/// @param timeOutRules its time-out rules as texts, in their order
/// @param queues the queues that can be its fallback queue
/// @param made who created it and who changed it last
/// @param notice a message; empty for none
public record WorkstreamView(
        Workstream workstream,
        String channel,
        Link setUp,
        EndpointTexts endpoints,
        String mode,
        String queueName,
        boolean queueIsEmpty,
        Listing listing,
        PagedRows<InstanceLine> found,
        PagedRows<InstanceLine> blocking,
        List<Fact> distribution,
        List<Fact> notifications,
        List<Fact> timeOutRules,
        WorkstreamForm form,
        List<SelectOption> queues,
        ChangeInfo made,
        Problems problems,
        String notice) {
    public WorkstreamView {
        distribution = List.copyOf(distribution);
        notifications = List.copyOf(notifications);
        timeOutRules = List.copyOf(timeOutRules);
        queues = List.copyOf(queues);
    }

    /// {@return how many more endpoints prevent the deletion, besides the listed ones}
    public long moreBlocking() {
        return blocking.all() - blocking.rows().size();
    }

    public String address() {
        return "/admin/workstreams/" + workstream.id();
    }

    /// An endpoint set up in it.
    ///
    /// @param language the name of its language in that language
    /// @param on the names of its enabled features
    public record InstanceLine(
            String address, String name, String language, List<String> on, ChangeInfo made) {
        public InstanceLine {
            on = List.copyOf(on);
        }
    }

    /// One setting.
    public record Fact(String label, String words) {}
}
