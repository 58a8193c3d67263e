package dev.parley.messenger.admin.view;

import dev.parley.admin.kit.Choice;
import dev.parley.admin.kit.Listing;
import dev.parley.admin.kit.Problems;
import dev.parley.messenger.account.FacebookPageLine;
import dev.parley.messenger.privacy.PrivacyRequest;
import java.util.List;

/// The requests of people who want to be forgotten.
///
/// @param all how many there are, those included that are not shown
/// @param states what the list can be narrowed to
/// @param notice in words; empty for none
public record DataRequestsView(
        Listing listing,
        List<Line> lines,
        long all,
        List<Choice> states,
        Problems problems,
        String notice) {
    public DataRequestsView {
        lines = List.copyOf(lines);
        states = List.copyOf(states);
    }

    /// One request.
    ///
    /// @param settledBy the name of who settled it
    /// @param pages that its account has now, while somebody has to settle it; empty where they are
    ///   too many to choose from
    public record Line(PrivacyRequest request, String settledBy, List<FacebookPageLine> pages) {
        public Line {
            pages = List.copyOf(pages);
        }
    }
}
