package dev.parley.messenger.admin.view;

import dev.parley.admin.kit.Listing;
import dev.parley.platform.PagedRows;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether each page sends and receives.
///
/// @param notice its text; empty for none
public record TrafficView(Listing listing, PagedRows<PageTraffic> found, String notice) {
    /// One page.
    ///
    /// @param pageId Meta's id of the page
    /// @param backlog as text, one for each state that occurs
    /// @param held whether sending is blocked, so that the user can try again
    public record PageTraffic(
            String pageId,
            String name,
            Status sending,
            List<String> backlog,
            List<Problem> problems,
            boolean held,
            Status receiving,
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
    public record Status(String tone, String words) {}

    /// What blocks the page, and how to fix it.
    ///
    /// @param detail in Meta's own words; empty for none
    public record Problem(String words, String detail) {}
}
