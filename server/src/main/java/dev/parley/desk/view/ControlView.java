package dev.parley.desk.view;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which app may answer the customer in the channel, and how the agent can change that.
///
/// @param holder a sentence that names that app; null when no app in particular controls the
///   conversation
public record ControlView(
        UUID conversationId,
        @Nullable String holder,
        boolean mayTake,
        boolean mayRequest,
        List<Target> targets,
        boolean mayRelease) {
    public ControlView {
        targets = List.copyOf(targets);
    }

    public boolean isShown() {
        return holder != null;
    }

    /// An app or inbox to which the conversation can be passed.
    ///
    /// @param app empty for the channel's own inbox
    public record Target(String app, String name) {}
}
