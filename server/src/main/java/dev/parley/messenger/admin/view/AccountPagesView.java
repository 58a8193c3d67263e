package dev.parley.messenger.admin.view;

import dev.parley.admin.kit.ChangeInfo;
import dev.parley.admin.kit.Listing;
import dev.parley.messenger.account.FacebookPage;
import dev.parley.messenger.doctor.ProvisioningState;
import dev.parley.platform.web.Problems;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The tab *Facebook pages* of the account settings.
///
/// @param all the total number of pages, including those that are not shown
/// @param rename the pane for renaming a page; null while it is closed
public record AccountPagesView(
        Listing listing, List<Line> lines, long all, PaneView pane, @Nullable Rename rename) {
    public AccountPagesView {
        lines = List.copyOf(lines);
    }

    /// One page.
    ///
    /// @param pageId Meta's id of the page
    /// @param tokenTail the last characters of its token
    /// @param workstream its name; empty if the page is set up in none
    public record Line(
            UUID id,
            String pageId,
            String name,
            String tokenTail,
            String workstream,
            ProvisioningState state,
            ChangeInfo made) {}

    /// A page that is being renamed.
    ///
    /// @param name as typed, or as it is
    public record Rename(String id, int revision, String name, Problems problems) {
        public static Rename of(FacebookPage page, String name, Problems problems) {
            return new Rename(page.id().toString(), page.revision(), name, problems);
        }
    }
}
