package dev.parley.admin.view;

import dev.parley.admin.kit.ChangeInfo;
import dev.parley.admin.kit.Listing;
import dev.parley.identity.User;
import java.util.List;

/// The list of users.
///
/// @param all the total number of users
public record UsersView(Listing listing, List<Line> lines, long all) {
    public UsersView {
        lines = List.copyOf(lines);
    }

    /// One user, with who created and changed them.
    public record Line(User user, ChangeInfo made) {}
}
