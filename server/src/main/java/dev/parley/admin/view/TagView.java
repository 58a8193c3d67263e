package dev.parley.admin.view;

import dev.parley.admin.kit.ChangeInfo;
import dev.parley.platform.web.Problems;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A tag, or a new one.
///
/// @param id null for a new one
/// @param name as typed
/// @param revision when the form was opened; 0 for a new one
/// @param made who created and changed it; null for a new one
/// @param conversations how many have it
/// @param other the tag that has the typed name already, into which this one can be merged; null
///   for none
public record TagView(
        @Nullable UUID id,
        String title,
        String name,
        int revision,
        @Nullable ChangeInfo made,
        long conversations,
        @Nullable Other other,
        Problems problems) {
    /// {@return where the form is sent}
    public String address() {
        return "/admin/tags/" + (id == null ? "new" : id);
    }

    /// Another tag.
    ///
    /// @param conversations how many have it
    public record Other(UUID id, String name, long conversations) {}
}
