package dev.parley.messenger.admin.view;

import dev.parley.admin.kit.Listing;
import dev.parley.platform.Sliced;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How each page sends and receives.
///
/// @param notice in words; empty for none
public record TrafficView(Listing listing, Sliced<PageTraffic> found, String notice) {
    /// One page.
    ///
    /// @param pageId by Meta's name
    /// @param backlog in words, one for each state that there is
    /// @param held whether somebody may want to try again
    public record PageTraffic(
            String pageId,
            String name,
            Lamp sending,
            List<String> backlog,
            List<Problem> problems,
            boolean held,
            Lamp receiving,
            @Nullable Instant checkedAt,
            String fetched,
            boolean known) {
        public PageTraffic {
            backlog = List.copyOf(backlog);
            problems = List.copyOf(problems);
        }
    }

    /// A state at a glance.
    ///
    /// @param tone `positive`, `warning` or `negative`
    public record Lamp(String tone, String words) {}

    /// What stands in the way, and how it is mended.
    ///
    /// @param detail in Meta's own words; empty for none
    public record Problem(String words, String detail) {}
}
