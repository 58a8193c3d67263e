package dev.parley.engagement.web.view;

import dev.parley.admin.kit.ChangeInfo;
import dev.parley.admin.kit.SelectOption;
import dev.parley.platform.web.Problems;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The page of a canned answer, or the form for a new one.
///
/// @param id null for a new one
/// @param title the heading
/// @param workstreams to which it can be restricted; none for personal answers
/// @param slugs the names of all slugs
/// @param made who created it and who changed it last; null for a new one
/// @param notice a message; empty for none
public record CannedAnswerView(
        Place place,
        @Nullable UUID id,
        String title,
        CannedAnswerForm form,
        List<SelectOption> workstreams,
        List<String> slugs,
        @Nullable ChangeInfo made,
        Problems problems,
        String notice) {
    public CannedAnswerView {
        workstreams = List.copyOf(workstreams);
        slugs = List.copyOf(slugs);
    }

    /// {@return where the form is sent}
    public String address() {
        return place.address() + "/" + (id == null ? "new" : id);
    }
}
