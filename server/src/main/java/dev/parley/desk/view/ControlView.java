package dev.parley.desk.view;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who may answer in the channel's own thread, and what can be done about it.
///
/// @param holder a sentence; null where the thread is nobody's in particular, and there is nothing
///   to say
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

    /// Somebody to whom the thread can be passed.
    ///
    /// @param app empty for the channel's own inbox
    public record Target(String app, String name) {}
}
