package dev.parley.privacy.web.view;

import dev.parley.admin.kit.ChangeInfo;
import dev.parley.platform.web.Problems;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The page of a masking rule, or the form for a new one.
///
/// @param id null for a new one
/// @param title the heading
/// @param about what a built-in rule looks for; empty for one with an expression
/// @param shown the sample as it would be shown; empty if it was not tried out
/// @param made who created it and who changed it last; null for a new one
/// @param notice a message; empty for none
public record MaskingRuleView(
        @Nullable UUID id,
        String title,
        String about,
        MaskingForm form,
        String shown,
        @Nullable ChangeInfo made,
        Problems problems,
        String notice) {
    /// {@return where the form is sent}
    public String address() {
        return "/admin/masking/" + (id == null ? "new" : id);
    }

    public boolean builtIn() {
        return !about.isEmpty();
    }
}
