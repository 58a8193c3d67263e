package dev.parley.messenger.admin.view;

import dev.parley.admin.kit.Listing;
import dev.parley.admin.kit.SelectOption;
import dev.parley.messenger.account.FacebookPageLine;
import dev.parley.messenger.privacy.PrivacyRequest;
import dev.parley.platform.web.Problems;
import java.util.List;

/// The list of data deletion requests.
///
/// @param all the total number of requests, including those that are not shown
/// @param states the states that the list can be filtered by
/// @param notice its text; empty for none
public record DataRequestsView(
        Listing listing,
        List<Line> lines,
        long all,
        List<SelectOption> states,
        Problems problems,
        String notice) {
    public DataRequestsView {
        lines = List.copyOf(lines);
        states = List.copyOf(states);
    }

    /// One request.
    ///
    /// @param settledBy the name of the user who settled it
    /// @param pages that its account has now, while an administrator has to settle it; empty if
    ///   they are too many to choose from
    public record Line(PrivacyRequest request, String settledBy, List<FacebookPageLine> pages) {
        public Line {
            pages = List.copyOf(pages);
        }
    }
}
