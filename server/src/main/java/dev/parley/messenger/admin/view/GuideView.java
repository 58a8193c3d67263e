package dev.parley.messenger.admin.view;

import java.util.List;

/// The set-up guide.
///
/// @param publicUrl under which the world reaches this server
/// @param fields to be subscribed to, by Meta's names
public record GuideView(List<Part> parts, String publicUrl, String fields) {
    public GuideView {
        parts = List.copyOf(parts);
    }

    /// One part: the texts `admin.guide.<number>` and, below it, its steps by number.
    ///
    /// @param address where in Parley it is done; empty for nowhere
    /// @param there the key of what that is called
    public record Part(int number, int steps, String address, String there) {}
}
