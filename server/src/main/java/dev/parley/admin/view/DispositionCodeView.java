package dev.parley.admin.view;

import dev.parley.admin.kit.ChangeInfo;
import dev.parley.platform.web.Problems;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The page of a disposition code, or the form for a new one.
///
/// @param id null for a new one
/// @param made who created it and who changed it last; null for a new one
public record DispositionCodeView(
        @Nullable UUID id,
        String title,
        DispositionCodeForm form,
        @Nullable ChangeInfo made,
        Problems problems) {
    public String address() {
        return "/admin/disposition-codes/" + (id == null ? "new" : id.toString());
    }
}
