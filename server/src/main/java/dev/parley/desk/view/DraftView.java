package dev.parley.desk.view;

import dev.parley.workspace.DraftContent;
import dev.parley.workspace.DraftMode;
import dev.parley.workspace.StoredDraft;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the user has typed and not sent yet.
///
/// @param revision null when there is no draft
/// @param replaced what was typed in other windows at the same time and is older
public record DraftView(
        DraftMode mode,
        @Nullable UUID revision,
        DraftContent content,
        List<StoredDraft.Replaced> replaced) {
    public DraftView {
        replaced = List.copyOf(replaced);
    }

    public static DraftView of(DraftMode mode, StoredDraft draft) {
        return new DraftView(mode, draft.revision(), draft.content(), draft.replaced());
    }

    /// {@return the titles of reply buttons, one on each line}
    public static String lines(DraftContent content) {
        return String.join("\n", content.replyButtons());
    }
}
