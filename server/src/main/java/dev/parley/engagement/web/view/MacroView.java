package dev.parley.engagement.web.view;

import dev.parley.admin.kit.ChangeInfo;
import dev.parley.admin.kit.SelectOption;
import dev.parley.platform.web.Problems;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The page of a macro, or the form for a new one.
///
/// @param id null for a new one
/// @param title the heading
/// @param workstreams to which it can be restricted; none for personal macros
/// @param preview what the steps do
/// @param made who created it and who changed it last; null for a new one
/// @param notice a message; empty for none
public record MacroView(
        Place place,
        @Nullable UUID id,
        String title,
        MacroForm form,
        MacroChoices choices,
        List<SelectOption> workstreams,
        List<MacroPreviewStep> preview,
        @Nullable ChangeInfo made,
        Problems problems,
        String notice) {
    public MacroView {
        workstreams = List.copyOf(workstreams);
        preview = List.copyOf(preview);
    }

    /// {@return where the form is sent}
    public String address() {
        return place.address() + "/" + (id == null ? "new" : id);
    }
}
