package dev.parley.desk.view;

import java.util.List;
import java.util.UUID;

/// The tags that can be added, or chosen for many conversations.
///
/// @param chosen those that the conversation has; none for many
/// @param others all others
/// @param mayCreate whether this user may create one
public record TagChoicesView(List<TagChoice> chosen, List<TagChoice> others, boolean mayCreate) {
    public TagChoicesView {
        chosen = List.copyOf(chosen);
        others = List.copyOf(others);
    }

    /// A tag.
    ///
    /// @param key its name as it is compared with what is typed
    public record TagChoice(UUID id, String name, String key) {}
}
