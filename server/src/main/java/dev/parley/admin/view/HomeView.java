package dev.parley.admin.view;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is set up so far, and what Meta told about pages.
public record HomeView(int accounts, int pages, int users, List<NoticeLine> notices) {
    public HomeView {
        notices = List.copyOf(notices);
    }

    /// What Meta told about one page.
    ///
    /// @param warning how it stands in a text key: `warned`, `blocked`, `unblocked`, `other`
    /// @param reason in Meta's own words
    public record NoticeLine(
            UUID id, String page, String warning, @Nullable String reason, Instant at) {}
}
