package dev.parley.messenger.admin.view;

import java.util.List;

/// The set-up guide.
///
/// @param publicUrl the public URL of this server
/// @param fields Meta's names of the fields to subscribe to
public record GuideView(List<Part> parts, String publicUrl, String fields) {
    public GuideView {
        parts = List.copyOf(parts);
    }

    /// One part: the texts `admin.guide.<number>` and, below it, its steps by number.
    ///
    /// @param address where in Parley it is done; empty for nowhere
    /// @param there the text key of the name of that place
    public record Part(int number, int steps, String address, String there) {}
}
