package dev.parley.admin.view;

import dev.parley.platform.Sliced;
import dev.parley.workstream.Workstream;
import java.util.List;

/// The page of a workstream.
///
/// @param mode in words
/// @param queueName as its fallback queue is called on screens
/// @param queueIsEmpty whether nobody serves that queue
/// @param found of the pages set up in it, as they are looked for
/// @param inTheWay the first of the pages set up in it: it cannot be deleted before they are
/// @param distribution how its work is shared out, in words
/// @param queues what it can fall back on
/// @param made who made it and who changed it last
/// @param notice in words; empty for none
/// @param warning in words; empty for none
public record WorkstreamView(
        Workstream workstream,
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
        String notice,
        String warning) {
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

    /// A page set up in it.
    ///
    /// @param page as the channel calls it
    /// @param name of the page
    /// @param language in its own words
    /// @param on what is switched on for it, in words
    public record InstanceLine(
            String page, String name, String language, List<String> on, Attributed made) {
        public InstanceLine {
            on = List.copyOf(on);
        }
    }

    /// One setting.
    public record Fact(String label, String words) {}
}
