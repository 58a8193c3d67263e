package dev.parley.privacy.web.view;

import dev.parley.admin.kit.Listing;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The list of blocked customers.
///
/// @param notice a message; empty for none
public record BlockedView(Listing listing, List<Line> lines, long all, String notice) {
    public BlockedView {
        lines = List.copyOf(lines);
    }

    /// A blocked customer.
    ///
    /// @param conversation in which the customer was blocked
    /// @param by the name of who blocked them
    public record Line(
            UUID id, UUID conversation, String name, String reason, String by, Instant at) {}
}
