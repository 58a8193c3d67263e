package dev.parley.admin.view;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is set up so far, what Meta told about pages, and what is to be mended.
///
/// @param unmatched how many people wait to be forgotten whom Meta did not name
public record HomeView(
        int accounts,
        int pages,
        int users,
        List<NoticeLine> notices,
        List<AlertLine> alerts,
        long unmatched) {
    public HomeView {
        notices = List.copyOf(notices);
        alerts = List.copyOf(alerts);
    }

    /// What Meta told about one page.
    ///
    /// @param warning how it stands in a text key: `warned`, `blocked`, `unblocked`, `other`
    /// @param reason in Meta's own words
    public record NoticeLine(
            UUID id, String page, String warning, @Nullable String reason, Instant at) {}
}
