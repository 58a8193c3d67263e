package dev.parley.workspace;

import dev.parley.identity.UserId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Filters of the desk's list of conversations, saved under a name.
///
/// @param owner null when it is shared with everybody
/// @param query the filters, as the desk writes them in a URL
/// @param revision increases with each change
public record SavedView(UUID id, @Nullable UserId owner, String name, String query, int revision) {
    /// The longest name, in characters.
    public static final int LONGEST_NAME = 60;

    /// The longest query, in characters.
    public static final int LONGEST_QUERY = 2_000;

    /// How many a user can have, and how many can be shared.
    public static final int MOST = 50;

    public boolean shared() {
        return owner == null;
    }
}
