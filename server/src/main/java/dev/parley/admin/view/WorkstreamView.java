package dev.parley.admin.view;

import dev.parley.admin.kit.Attributed;
import dev.parley.admin.kit.Choice;
import dev.parley.admin.kit.Link;
import dev.parley.admin.kit.Listing;
import dev.parley.admin.kit.Problems;
import dev.parley.platform.Sliced;
import dev.parley.workstream.Workstream;
import java.util.List;

/// The page of a workstream.
///
/// @param channel what people call its channel
/// @param setUp where an endpoint of the channel is set up in it
/// @param mode in words
/// @param queueName as its fallback queue is called on screens
/// @param queueIsEmpty whether nobody serves that queue
/// @param found of the endpoints set up in it, as they are looked for
/// @param inTheWay the first of the endpoints set up in it: it cannot be deleted before they are
/// @param distribution how its work is shared out, in words
/// @param queues what it can fall back on
/// @param made who made it and who changed it last
/// @param notice in words; empty for none
public record WorkstreamView(
        Workstream workstream,
        String channel,
        Link setUp,
        String mode,
        String queueName,
        boolean queueIsEmpty,
        Listing listing,
        Sliced<InstanceLine> found,
        Sliced<InstanceLine> inTheWay,
        List<Fact> distribution,
        WorkstreamForm form,
        List<Choice> queues,
        Attributed made,
        Problems problems,
        String notice) {
    public WorkstreamView {
        distribution = List.copyOf(distribution);
        queues = List.copyOf(queues);
    }

    /// {@return how many stand in the way beside those that are named}
    public long moreInTheWay() {
        return inTheWay.all() - inTheWay.rows().size();
    }

    public String address() {
        return "/admin/workstreams/" + workstream.id();
    }

    /// An endpoint set up in it.
    ///
    /// @param language in its own words
    /// @param on what is switched on for it, in words
    public record InstanceLine(
            String address, String name, String language, List<String> on, Attributed made) {
        public InstanceLine {
            on = List.copyOf(on);
        }
    }

    /// One setting.
    public record Fact(String label, String words) {}
}
