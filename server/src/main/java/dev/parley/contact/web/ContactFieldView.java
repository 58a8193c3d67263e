package dev.parley.contact.web;

import dev.parley.admin.kit.ChangeInfo;
import dev.parley.platform.web.Problems;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The page of a field that the company added, or the form for a new one.
///
/// @param id null for a new one
/// @param contacts how many have a value
/// @param losing how many would lose their value because its option is removed; 0 if that is not
///   the question
/// @param made who created it and who changed it last; null for a new one
public record ContactFieldView(
        @Nullable UUID id,
        String title,
        ContactFieldForm form,
        long contacts,
        long losing,
        @Nullable ChangeInfo made,
        Problems problems) {
    public String address() {
        return id == null
                ? ContactFieldsController.ADDRESS + "/new?kind=" + form.draft().kind().word()
                : ContactFieldsController.ADDRESS + "/" + id;
    }
}
