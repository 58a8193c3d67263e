package dev.parley.engagement.web.view;

import dev.parley.admin.kit.ChangeInfo;
import dev.parley.admin.kit.Listing;
import java.util.List;
import java.util.UUID;

/// The list of a library's canned answers.
///
/// @param all the total number of answers
/// @param notice a message; empty for none
public record CannedAnswersView(
        Place place, Listing listing, List<Line> lines, long all, String notice) {
    public CannedAnswersView {
        lines = List.copyOf(lines);
    }

    /// One answer.
    ///
    /// @param language its name in the reader's language
    /// @param excerpt the beginning of its text
    /// @param workstreams their names; empty for all
    /// @param noWorkstream whether it is restricted to workstreams that were all deleted
    public record Line(
            UUID id,
            String title,
            String language,
            String languageTag,
            String excerpt,
            List<String> tags,
            List<String> workstreams,
            boolean noWorkstream,
            ChangeInfo made) {
        public Line {
            tags = List.copyOf(tags);
            workstreams = List.copyOf(workstreams);
        }
    }
}
